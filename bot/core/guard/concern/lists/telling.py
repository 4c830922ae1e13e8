"""The words by which people say how they know, when it was, and that it troubles them.

Finds nothing. A star stands for every form of a verb; phrases are cut at commas.
"""

TELLING = {
    "told": """
        told me, told us, told our, told my, told one of, tells me, tells us, told his, told
        someone, told somebody, said to me, said to our, said to my, said in passing, says to
        me, said his, said her, said daddy, said mummy, disclos*, disclosed, disclosing,
        confided, confides, confide, let slip, let it slip, mentioned, mentioned to me,
        mentioned that, opened up, came to me, came to see me, came to us, came up to me, come
        to me, came forward, rang me, rang us, rang the office, rang in, called me, phoned me,
        messaged me, texted me, emailed me, message from, asked me, asked my, asked whether,
        asked if he, asked if she, showed me, shown me, showed us, admitted, whispered, wrote
        in, wrote that, complained, stopped me, stops me, took me aside, pulled me aside, tells
        her, tells him, blurted, goes if, been telling, has told, have told, had told, heard
        from, i've been told, i was chatting, was chatting, chatting to, talking to, according
        to her, according to him, can't unhear, alleges, alleged, alleging, let on, trusted me,
        turned to me
    """,
    "saw": """
        i saw, we saw, saw him, saw her, saw them, i see, i keep seeing, keep seeing, we keep
        seeing, we're seeing, we are seeing, been seen, i've seen, we've seen, seen with, seen
        getting, i noticed, we noticed, we all noticed, noticed that, i've noticed, we've
        noticed, i heard, i can hear, i could hear, i have heard, i've heard, we heard, we hear,
        heard screaming, heard shouting, found him, found her, i found, we found, spotted,
        spotted him, spotted her, came across, looked about, about 14, watched, i watched,
        witnessed, did a visit, on a visit, visited, took a call, had a call, got a call, turned
        up, turning up, came in, comes in, comes into, coming in, came into, walked in, ran
        into, run into, looks like, i suspect, we suspect, i reckon, staff reckon, i believe,
        i'm sure of, i am sure of, as far as anyone can tell, has found, have found
    """,
    "story": """
        there's a, there is a, there's this, there's an, there was a, we've got a, we have a, we
        had a, i've a, i've got a, i had a, we've got one, we've one, got a, it's about a, about
        a boy, about a girl, about a child, about one of, one of the, one of our, one of my, one
        of her, one of his, one particular, a certain, same girl, same boy, same lad, same
        child, same two, someone in, somebody in, my neighbour, my neighbour's, our neighbour,
        next door, at number, in flat, on my caseload, on our books, on our patch, on my patch,
        on our estate, on my estate, on our street, on my street, in my class, in my daughter's
        class, in my son's class, in my group, in our tuesday, at our club, at my club, at our
        school, i mentor, i support, i work with, we work with, we support, i foster, i teach,
        i've known, known for years, i've got to know, the one who, the girl who, the boy who,
        the lad who, the lass who, the child who, a lad who, a girl who, a boy who, lad who,
        girl who, boy who, the lad, the girl, the boy, the child, the kid, the lass, the baby,
        that baby, the toddler, that girl, that boy, that child, that lad, this girl, this boy,
        this child, this lad, that family, this family, one family, the twins
    """,
    "recent": """
        today, tonight, yesterday, last night, this morning, this afternoon, this evening, this
        week, this weekend, on monday, on tuesday, on wednesday, on thursday, on friday, on
        saturday, on sunday, last monday, last tuesday, last wednesday, last thursday, last
        friday, last saturday, last sunday, monday's, tuesday's, since monday, since tuesday,
        since wednesday, since thursday, since friday, since saturday, since sunday, at the
        weekend, over the weekend, since the weekend, last week, last weekend, the other day,
        the other night, the other week, just now, just had, has just, have just, i've just,
        lately, recently, at the moment, as we speak, for days, for two days, two days, three
        days, four days, for two weeks, for weeks, five weeks, half term, tomorrow, next week,
        these days, this term, all week, since half, an hour ago, ten minutes ago, at lunch, at
        lunchtime, minutes ago, hours ago, earlier, by friday, till now, until now, since
        summer, since september, since october, since easter, since christmas, this month,
        overnight
    """,
    "habit": """
        keeps, keep seeing, every night, every week, every day, every time, every evening, every
        morning, every single, every friday, every saturday, each week, each night, each day,
        each time, each morning, always, again, constantly, regularly, most nights, most days,
        most weeks, all the time, repeatedly, third time, second time, four times, three times,
        twice this week, twice now, several times, week after week, day after day, time and
        again, over and over, in a row, more and more, getting worse, whenever, from when i get
        in, one after another, and again, not the first time
    """,
    "now": """
        outside now, here now, in there now, now and, please somebody, please someone, just
        turned, right now, as i type, as i write, at this moment, this minute, this second, is
        outside, are outside, outside our, happening now, urgent, urgently, emergency, please
        help, need help, needs help, help me, help him, help her, asap, straight away,
        immediately, what do i do, what should i do, somebody come, someone come, please come,
        come quickly, i'm with her, i'm with him, i've rung, i have rung, i've called, still
        waiting, still in there, still there, in there with, won't open the door, just turned
        up, just run, just rung, has got hold, ambulance, police are not, waiting for her,
        waiting for him, on the bridge, on the roof, in his hand, not breathing, unconscious,
        collapsed, i'm scared he, before he, before she, any minute
    """,
    "worry": """
        worried, uneasy, unease, anxious about, not right, isn't right, wasn't right, not quite
        right, something wrong, very wrong, feels wrong, feels off, something's off, something
        is off, something off, something's up, something is up, something not right, something
        isn't right, sit right, sits right, sitting right, bad feeling, funny feeling, horrible
        feeling, hunch, bothering, bothers me, bugging, niggl*, nagging, on my mind, playing on,
        weighing on, keeps me awake, kept me awake, keeping me awake, keeps me up, can't stop
        thinking, cannot stop thinking, keep thinking, can't shake, shake the feeling, shake
        off, going round my head, round my head, lost sleep, losing sleep, not slept, haven't
        slept, carrying this, frightened for, scared for, fear for, fears for, alarm bells,
        uncomfortable, makes me shudder, sick to my stomach, feel sick, weird, suspicious,
        suspicion, red flag, red flags, flag up, raise concerns, raised concerns, troubled by,
        troubles me, disturbing, shocked, forgive myself, awful to say, hard to say this, not
        okay, not ok, isn't okay, isn't ok, doesn't feel right, didn't feel right, doesn't feel
        ok, don't feel comfortable, not comfortable, not happy about, unhappy about, dodgy,
        iffy, fishy, unsettled, unsettling, unsettles, heart sank, heart breaks, at a loss,
        worried sick, safeguarding issue, safeguarding concern
    """,
    "hedge": """
        sorry if, not sure if, not sure this, not sure who, don't know who, dont know who, wrong
        place, might be nothing, may be nothing, could be nothing, probably nothing, may be
        wrong, might be wrong, could be wrong, hope i'm wrong, not my place, rather not, don't
        want to get, don't want to make, make a fuss, one to make, one to gossip, not one for,
        wasn't going to say, i did wonder, did wonder, if i should, should i say, i don't know
        if, don't know what to do, dont know what to do, not sure what to do, who do i, who
        should i, who i should, who i tell, who to tell, who to ring, who to call, who to speak
        to, tell me who, ring me about, call me about, somebody please, could somebody, could
        someone, can somebody, can someone, somebody needs to, someone needs to, haven't told,
        not told a soul, never told, off the record, not a strategic, not strategic, not in the
        minutes, isn't in the minutes, on another note, not about how we work, how we work but,
        is it just me, does anyone else, can i just say, if i'm honest, i know this is, this may
        be, this might be, i'd rather not, i'm not one, i don't know if i'm allowed, allowed to
        say, put this in writing, please don't quote, please keep this, leave it until,
        comfortable leaving, i've said it, i've told reception, i did mention, i've been asked
        to leave it, asked to leave it, advice from, be grateful for advice, nothing to do with
        the question, off topic, i shouldn't say, i shouldn't be saying
    """,
    "unheard": """
        nobody has, no one has, no-one has, nobody's, no one's, nobody seems, no one seems,
        nobody rang, no one rang, nobody is doing, no one is doing, nobody believes, no one
        believes, nobody will, no one will, nobody knows what, nobody is listening, heard
        nothing, got nowhere, nothing has been done, nothing was done, nothing's been done,
        nothing happened, not been round, been round, on leave, not due, been told not to, told
        to leave it, told to send, told not to, laughed off, brushed off, fobbed off, passed
        from pillar, no further action, rung twice, rang twice, rung three, tried three, tried
        to ring, i've reported, have reported, it's been raised, they've logged it, logged it,
        i've told, said it to the school, school think, school know, managers know, manager
        knows, everyone knows, everybody knows, we move her on, we move him on, that's that,
        given up, what's being done
    """,
}
