"""The words by which people speak of children in general: rules, teaching, figures, suppositions.

Finds nothing. A star stands for every form of a verb; phrases are cut at commas.
"""

GENERAL = {
    "supposed": """
        what if, suppose, supposing, imagine, would we, could we, should we, for example, e.g.,
        hypothetical, hypothetically, scenario, scenarios, say a, let's say, in theory, in
        principle, when a child, when a young person, when a girl, when a boy, when children,
        when young people, when someone, when somebody, where a child, where a young person,
        should a child, once a child, child says, child discloses, somebody says, someone says,
        happens if, happens when, do if, if a child, if a girl, if a boy, if a pupil, if a
        young person, if somebody, if someone, whether a, discuss, hypothetical case
    """,
    "each": """
        any child, every child, each child, no child, any young person, every young person, each
        young person, any pupil, any adult, any teacher, any coach, anyone who, anybody who,
        everyone who, somebody who, whoever, one child in, children who, young people who, staff
        who, adults who, teachers who, coaches who, drivers who, parents who, families who,
        girls who, boys who, all children, all staff, our children, some children, some young
        people, many children, more children, more young people, most children, most young
        people, some of our, many of our, most of our, quarter of, under-18s
    """,
    "rules": """
        policy, policies, procedure, procedures, protocol, protocols, processes, pathway,
        pathways, guidance, guideline, guidelines, threshold, thresholds, criteria, referral,
        referrals, route, routes, statutory, checklist, screening, duty, duties, legislation,
        poster, posters, leaflet, leaflets, template, intranet, expectations, framework, must
        always, must be, must call, should be referred, needs to be, has a duty, definition,
        define, responsibilities, commission*, contract, number to call, number to ring, front
        door, early help, first aid, recruitment, dbs, escalation, whistleblowing
    """,
    "teaching": """
        training, train staff, course, courses, workshop, workshops, e-learning, elearning,
        exercise, exercises, case study, case studies, session covers, session on, sessions on,
        practised, rehearse*, role play, webinar, conference, film about, documentary, podcast,
        drama, play about, play is about, the play, assemblies, newsletter, made-up, made up,
        fictional, clip, clips, training clip, trainer, speaker, vignette, we studied, case
        example, the case we, actor, played a, quiz, anonymised, programme, induction, toolkit,
        awareness, briefing, briefings, supervision, the film, soap, storyline, teach us, in the
        news, newspaper, headlines
    """,
    "figures": """
        figures, dataset, dashboard, numbers of, number of, the numbers, rate, rates, per cent,
        percent, percentage, proportion, rise, risen, rising, increase, increased, increasing,
        decrease, fallen, went up, gone up, went down, down across, lower this, higher this,
        fewer, this quarter, last quarter, quarterly, this year, last year, annual, survey,
        surveys, questionnaire, consultation, focus group, focus groups, audit, audits, audited,
        research, studies, statistics, trend, trends, pattern, patterns, county, region,
        regional, nationally, national, one in, in ten, out of ten, volume, a fifth, a quarter,
        a third, doubled, benchmark, analysis, mapping, compared, cohort, referrals in,
        allegations in, month on month
    """,
    "past": """
        years ago, year ago, a few years, some time ago, long ago, in the nineties, in the
        eighties, nineties, in the past, when i was, back then, decades, since then,
        historically, looking back, in those days, previously, in 2019, in 2020, in 2021, in
        2022, in 2023, in 2024, now he is, now she is, used to be, used to have, my first case,
        my first job, when she was, when he was, i remember, i used to, years back, back in, at
        the time, once taught, once had, my last authority, my last job, retired, was handled,
        handled well, ten years, thirty years, learned from, recovered, doing well, doing really
        well
    """,
    "review": """
        review, reviews, learning review, practice review, serious case review, inquiry,
        inquest, report describes, the report, published, recommendation, recommendations,
        action plan, inspection, inspectors, ofsted, thematic, deep dive, scrutiny, lcspr,
        ilacs, jtai, convicted, arrested, survivor, survivors, lived experience
    """,
    "meeting": """
        meeting, meetings, board, boards, agenda, minutes, paper, papers, sub-group, subgroup,
        panel, forum, steering group, partners, strategy, strategic, digest, committee, council,
        councils, agencies, agency, terms of reference, action log, calendar, diary, rota,
        budget, funding, grant, grants, venue, website, newsletter, induction, conversation,
        conversations, discussion, discuss, discussed, collaborat*, multi-agency, sector,
        sectors, practitioners, managers', commissioning, capacity, pilot, project, strategy
        day, away day, workplan, priorities, priority, feedback, agreement
    """,
    "asking": """
        how do we, how do i, how should, how would, how can, how quickly, how could, what do we,
        what does, what would, what should, what could, what can, what are the, what is the,
        what's the, what stops, what happens, which of us, who decides, who would, who looks, do
        we, does the, does a, do any, is there a, are there, are we, could we, should we, would
        we, can we, did the, would our, i'd like, i would like, i'd want, it would be, it'd be,
        i'd welcome, i wonder, we should, we could, we need to, we must, we need, let's, could
        have, wanted to know, want to know, would like to know, asked what, asked how, asked us
        what, asked about, ask about, ask what, unclear, not clear, no clear, are clear
    """,
    "good": """
        brilliant, lovely, proud, pleased, loves, loved, enjoyed, enjoys, thank, thanks,
        grateful, helpful, works well, working well, well attended, success, successful,
        kindness, welcome, welcomed, improved, improvement, thriving, confident, settled, safe
        now, listened to, felt listened, felt heard, felt safe, feel safe, awards, got into,
        college place, new job, joiner, brave, impressive, smiling, laughing, favourite part,
        delighted, glad, made up, celebrat*, respected, trusted, no concerns, any concerns,
        haven't any, without concern
    """,
}
