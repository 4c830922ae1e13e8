"""The words by which a question shows that it has made up its mind already."""

# "How well do we ...?" is answered on a scale that somebody else has drawn.
RATED = (
    "well|badly|poorly|effectively|successfully|efficiently|consistently|confidently|good|bad"
    "|great|strong|weak|effective|successful|robust|confident|satisfied|happy|pleased|proud"
    "|committed|important|valuable|vital|useful|helpful|inclusive|timely|accessible|responsive"
    "|child-centred|joined-up|ambitious|realistic|transparent|accountable|poor|slow|failing"
    "|prepared|skilled|knowledgeable|essential|crucial|appropriate|adequate|sufficient"
)
PRAISE = (
    "excellent|great|outstanding|amazing|brilliant|fantastic|successful|world-class|wonderful"
    "|strong|impressive|award-winning|first-class|superb|fabulous|exemplary|thriving|effective"
    "|well-run|sector-leading|nationally recognised|pioneering|ground-breaking|groundbreaking"
    "|ever-improving|unrivalled|incredible|terrific|marvellous|stellar"
    "|remarkable|celebrated|much-loved|winning|glowing|success stor(?:y|ies)|triumphs?"
    "|well-established|tireless"
)
SCORN = (
    "poor|bad|weak|weaknesses|failing|failings|failed|broken|inadequate|dysfunctional|terrible"
    "|ineffective|lack of|lack|failures?|resistance|reluctance|slow|patchy|unacceptable|mess"
    "|shambles|chaos|apathy|outdated|out-of-date|useless|pointless|chaotic|disappointing"
    "|dreadful|awful|appalling|unproductive|toxic|shambolic|dismal|woeful|disjointed|fragmented"
    "|negativity|blame culture|silos?|delays|mistrust|disengagement|complacency|sinking"
    "|struggling|stale|stagnant|lazy|cosy|endless|half-hearted|clumsy|wasteful"
    "|inability|unwillingness|inaction|indifference|ignorance|incompetence|damaged|collapse"
    "|breakdown|crisis|decline|tokenism|tokenistic|hostile|defensive|old-fashioned|complicated"
    "|over-complicated|culture of (?:blame|fear|silence|secrecy)|obsession|neglect|backlog"
    "|confusing|inconsistent|unreliable|inflexible|bureaucratic|meaningless|mediocre|dire"
    "|disastrous|shameful|embarrassing|pathetic|hopeless|ridiculous|laughable|catastrophic"
    "|shocking|abysmal|lamentable|sloppy|careless|reckless|disgraceful|scandalous|worrying"
    "|concerning|alarming|unsafe|dangerous|problematic|faulty|flawed|rigid|aloof"
    "|worsening|declining|crumbling|stalled|overloaded|cumbersome|sluggish|opaque"
)
