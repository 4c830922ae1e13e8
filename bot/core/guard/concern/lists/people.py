"""The words by which people speak of one child, of children, of adults, and of those in a position
of trust. Finds nothing. A star stands for every form of a verb; phrases are cut at commas.
"""

PEOPLE = {
    "child": """
        child, kid, kiddie, girl, boy, lad, laddie, lass, lassie, teen, teenager, teenage girl,
        teenage boy, youngster, youth, toddler, tot, baby, babby, bairn, wean, infant, newborn,
        young person, young man, young woman, young lady, young girl, young boy, young lad,
        young lass, young one, little girl, little boy, little lad, little lass, little one, wee
        one, wee boy, wee girl, wee lad, wee lassie, small boy, small girl, pupil, student,
        schoolgirl, schoolboy, schoolchild, son, daughter, stepson, stepdaughter, nephew, niece,
        grandson, granddaughter, grandchild, godson, goddaughter, twin, middle one, little
        brother, little sister, younger sister, younger brother, foster son, foster daughter,
        foster child, cub, brownie, beaver, cadet, mentee, apprentice, care leaver, sixth
        former, year one, year two, year three, year four, year five, year six, year seven, year
        eight, year nine, year ten, year eleven, year twelve, year 1, year 2, year 3, year 4,
        year 5, year 6, year 7, year 8, year 9, year 10, year 11, year 12, year 13, y1, y2, y3,
        y4, y5, y6, y7, y8, y9, y10, y11, y12, p4, p5, p6, p7, youngling, tiny tot, kiddy,
        orphan, tutee, schoolmate, classmate, gymnast, swimmer, paperboy, paper boy, mentoree,
        choirboy, asylum seeking child, unaccompanied minor
    """,
    "children": """
        children, kids, kiddies, girls, boys, lads, lasses, teens, teenagers, youngsters,
        youths, toddlers, babies, bairns, weans, young people, young men, young women, young
        ones, little ones, little girls, little boys, young girls, young boys, young lads,
        pupils, students, schoolgirls, schoolboys, schoolchildren, minors, sons, daughters,
        nephews, nieces, grandchildren, grandkids, grandsons, twins, brothers, sisters,
        siblings, cubs, brownies, beavers, cadets, apprentices, care leavers, sixth formers,
        residents, under 18s, under-18s, under 16s, under-16s, under 12s, under-12s, under 11s,
        under 10s, under 9s, under-9s, under 8s, under 7s, under-13s, under 14s, year sevens,
        year eights, year nines, year tens, year elevens, year 7s, year 8s, year 9s, year 10s,
        year 11s, juniors
    """,
    "they_one": """
        he, she, him, her, his, hers, himself, herself, hes, shes, he'd, she'd, s/he
    """,
    "parent": """
        mum, mums, mam, mams, mom, mother, mothers, mummy, mammy, dad, dads, father, fathers,
        daddy, parent, parents, stepdad, step-dad, stepfather, stepmum, stepmother, nan, nana,
        nanna, nans, gran, granny, grandma, grandmother, grandad, granddad, grandfather,
        grandparents, uncles, auntie, aunty, aunt, carer, carers, foster mum, foster dad, foster
        carer, foster carers, foster family, guardian, her family, his family, their family, the
        family, cousin, stepbrother, stepsister, big brother, older brother, mum's partner,
        mum's boyfriend
    """,
    "stranger": """
        man, men, bloke, blokes, guy, guys, fella, fellas, older lads, older boys, older boy,
        older lad, older girls, older kids, bigger boys, bigger lads, older man, older men,
        older male, older males, grown man, grown men, adult male, adult males, males, older
        people, older guy, older guys, older fella, older bloke, someone older, stranger,
        strangers, older boyfriend, girlfriend, in his twenties, in his thirties, in his
        forties, in their twenties, in their thirties, in their forties, crew, dealer, dealers,
        olders, drinkers, landlord, predator, paedophile, abuser, perpetrator, offender, someone
        he owes, people he owes, people she owes, someone she met, someone he met, someone
        called, somebody called, these people, some people, certain people, men she, men he, lot
        of friends, people in and out, pimp, traffickers
    """,
    "staff": """
        coach, coaches, teacher, teachers, tutor, ta, tas, teaching assistant, teaching
        assistants, caretaker, caretakers, driver, drivers, escort, chaperone, volunteer,
        volunteers, mentor, mentors, youth worker, youth workers, support worker, support
        workers, key worker, keyworker, residential worker, residential workers, worker,
        workers, nurse, nurses, gp, chaplain, priest, vicar, curate, imam, pastor, rabbi,
        deacon, scout leader, guide leader, leader, instructor, lifeguard, lifeguards, care
        worker, care workers, carer on nights, agency worker, agency staff, night staff, staff,
        colleague, colleagues, deputy, head teacher, headteacher, governor, trustee, steward,
        stewards, doorman, doormen, bouncer, referee, umpire, foster carer, foster carers,
        foster dad, childminder, nanny, babysitter, cover supervisor, supply teacher, lecturer,
        technician, dinner lady, cleaner, porter, bus driver, taxi driver, cabbie, cab driver,
        minibus driver, dance teacher, music teacher, pe teacher, drama teacher, piano teacher,
        choirmaster, choir master, social worker, police officer, pc, pcso, sergeant, detective,
        paramedic, personal trainer, member of staff, members of staff, one of our own,
        receptionist, supervisor, counsellor, therapist, physio, photographer, swimming teacher,
        driving instructor, riding instructor, helper, helpers, groundsman, security guard,
        guards, librarian, pastoral lead, ministry leader, worship leader, sunday school
        teacher, madrasa teacher, ustadh, sensei, team leader, kit man, kitman, physiotherapist,
        au pair, respite carer, warden, chairman, committee member, club secretary
    """,
}
