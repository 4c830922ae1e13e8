"""The words by which people speak, plainly or sideways, of what may be happening to a child.

Finds nothing. A star stands for every form of a verb; phrases are cut at commas. Kept restrained:
the detector needs to know the words, not the acts.
"""

HARM = {
    "missing": """
        didn't come home, didnt come home, not come home, never came home, hasn't come home, not
        home yet, still not home, didn't come back, hasn't come back, never came back, not come
        back, hasn't been home, hasn't been seen, not been home since, gone missing, went
        missing, goes missing, going missing, been missing, missing since, missing again,
        reported missing, reported her missing, reported him missing, run* away, runs off, ran
        off, run off, took off, vanished, disappeared, disappears, disappear, disappearing,
        whereabouts, not been seen, not seen since, no sign of, got home, not been home, not
        returned, returned home, not been back, where she is, where he is, where they've gone,
        where she's gone, where he's gone, where he goes, where she goes, where she's been,
        where he's been, where they've been, stay* out, out all night, out all hours, phone is
        off, phone's off, phone goes to voicemail, not answering, isn't answering, won't answer,
        get hold of him, get hold of her, laid eyes on, set eyes on, been seen since, seen
        since, heard from her, heard from him, turned up for, sneak* out, slip* out, climb* out,
        out of the window, window at, absconded
    """,
    "late": """
        midnight, late at night, late night, in the early hours, early hours, all night, all
        hours, at ten at night, at eleven at night, at night, after dark, 10pm, 11pm, 12am, 1am,
        2am, 3am, 4am, 5am, two in the morning, three in the morning, four in the morning, till
        late, until late, night after night, past midnight, after the last, out late, come out
        late, on a school night, school night, till gone
    """,
    "goods": """
        second phone, two phones, new phone, burner, iphone, cash, wad, twenties, quid, vape,
        vapes, vaping, gift, gifts, jewellery, necklace, designer, brand new, new clothes, new
        coat, new trainers, new shoes, nails done, hair done, takeaways, mcdonald's, alcohol,
        booze, vodka, beer, beers, cider, weed, cannabis, spice, ket, cocaine, cigarettes, fags,
        tobacco, sim card, sim cards, e-bike, ebike, moped, scooter, top-ups, vouchers, gift
        cards, bank card, bank cards, bank account, expensive, flash, things he can't afford,
        things she can't afford, sweets, lifts, free rides
    """,
    "unexplained": """
        won't say where, won't say who, won't say, wont say, will not say, won't tell us, won't
        tell me, won't talk about it, can't explain, cannot explain, couldn't explain, can't
        account, doesn't add up, from somewhere, from nowhere, out of nowhere, no idea where, no
        idea how, goodness knows, god knows, heaven knows, who knows where, can't afford, cannot
        afford, all of a sudden, suddenly, different stories, story changes, story keeps
        changing, keeps changing, didn't fit, doesn't fit, changes the subject, clams up, shuts
        down, goes quiet, cagey, evasive, secretive, mysterious, makes excuses, excuse, excuses,
        claims, reckons, none of us know, nobody knows who, no one knows who, we don't know who,
        don't know who, doesn't know, doesn't recognise, definitely not family, not family,
        isn't family, not her dad, not his dad, not her father, says he's her uncle, she calls
        her uncle, she calls uncle, says is her cousin, supposed uncle, so-called uncle,
        so-called friend, doesn't seem to belong, on the way to, won't give a name, wouldn't
        give
    """,
    "secret": """
        secret, secrets, our little secret, not to say anything, not to tell, not to mention,
        asked me not to, asked us not to, don't tell, do not tell, don't say anything, told not
        to, not allowed to talk, isn't allowed to, not allowed to, not allowed out, between
        them, between us, between ourselves, keep it between, in confidence, delete this, behind
        closed doors, door shut, door closed, door locked, shut the door, closes the door, locks
        the door, locked the door, no other adults, no other adult, nobody else there, alone
        with, on their own with, one to one with, by himself with, keeping quiet, hush, hushed
        up, covered up, swept under, no one will talk, nobody will talk, not say who, say who
        the, sworn to
    """,
    "fear": """
        scared, frightened, terrified, petrified, afraid, fearful, frit, flinch*, jumpy, cower*,
        shaking, trembling, crying, cried, tears, tearful, sobbing, sobbed, in bits, on edge,
        panic*, scream*, screams, begged, begs, beg, begging me, begging us, goes white, went
        white, looks terrified, looked terrified, wet himself, wet herself, wetting, nightmares,
        clings, clinging, won't let go, hides when, hide when, hide from, distressed,
        hysterical, distraught, looking over her shoulder, looking over his shoulder, over his
        shoulder, over her shoulder, won't go home, didn't want to go home, doesn't want to go
        home, not want to go home, scared to go home, afraid to go home, go home when, want to
        get off, not to lock up, not to send, wouldn't get, refuses to go, refused to go, too
        scared, light on, walk on eggshells, eggshells, freezes
    """,
    "hurt": """
        hits, hitting, slap*, punch*, kick*, beaten, battered, bruise, bruises, bruised,
        bruising, mark on, marks, marks on, burn, burns, burnt, burned, scald*, scar, scars,
        black eye, split lip, fracture, fractured, broken arm, broken wrist, broken leg, arm in
        a sling, in plaster, injury, injured, bleeding, blood, strangl*, strangled, choke*,
        shaken, grabbed, grabs, drag*, shov*, shoved, shoves, threw, whip*, smack*, with a belt,
        ruler, by the neck, by the hair, by the wrist, by the arm, by the throat, hurt, hurts,
        hurting, being hurt, abuse, abused, abusing, abuses, assaulted, assault, attack*,
        attacked, mistreat*, ill-treated, tortur*, rough with, rough handling, pinned, lock* in,
        locked in, locked out, lock her in, lock him in, shut in, tied, pinch*, bitten, bite
        mark, bite marks, wallop*, thump*, clout*, batter*, leather*, belted, clipped, lays
        into, laid into, lashes out, hands on her, hands on him, making him ill, making her ill,
        cigarette burns, violent, violence, knocks her about, knocks him about, pulls her hair,
        force-fed, punishment
    """,
    "sexual": """
        touched, touching, groped, grope*, fondl*, raped, rape, groomed, grooming, sexual,
        sexually, sexualised, sexual assault, sexually assaulted, nude, nudes, naked, undressed,
        undress*, without her top, topless, in her underwear, underwear, love bite, love bites,
        kiss*, kisses, pregnant, months gone, morning after pill, emergency contraception,
        condom, condoms, pregnancy test, sti, chlamydia, sleeping with, slept with, having sex,
        in her room, into her room, into his room, in his bed, in her bed, into bed, her bed, on
        his lap, on her lap, sits on his, on his knee, passed round, passed around, getting
        passed, pictures of him, pictures of her, photos of him, photos of her, pictures of
        herself, photos of herself, pictures of himself, photos of himself, video of him, video
        of her, sending photos, sending pictures, send a picture, send pictures, send photos,
        send him, send her, pictures going round, photos going round, watches her, watches him,
        in the bath, in the shower, bathroom, bath time, in the showers, getting changed,
        getting dressed, changing area, changing room, changing rooms, pornography, exposed
        himself, private parts, comes on to, came on to, hand on, hands on knees, thigh,
        stroking, strokes, stroked, lingering, perv, pervy, creepy, leering, leers, ogl*,
        comments about, comments on, what she's wearing, what the girls are wearing, say no to
        him, has a girlfriend who, going out with, seeing a, dating, boyfriend of, older
        boyfriend, boyfriend who is, too old for, twice her age, three times her age, age gap,
        love letters, sexy, sending her, sending him
    """,
    "exploited": """
        exploited, being exploited, answering for, answers everything, answered everything,
        being held, held until, from custody, isn't related, exploit*, groomed, trafficked,
        traffick*, cuckooed, taken over, county lines, county line, going country, going cunch,
        cunch, trapping, trap house, shotting, dealing, dealt, selling, sells, weed to sell,
        package, packages, parcel, parcels, deliver something, deliveries, delivering,
        drop-offs, holding, holding something, hold something, hold a, looking after something,
        stash, wraps, owe, owes, owed, owing, debt, debts, in debt, paying back, paying someone
        back, pay back, pay it off, work it off, working it off, carrying, knife, knives, blade,
        machete, weapon, gun, zombie knife, gang, begging, errands, running errands, running
        for, runs for, work for them, working for, works for, works past, works the, sent to,
        sent out, picked up, picking up, picks up, picks her up, picks him up, picked her up,
        picked him up, collected by, collects her, collects him, dropped off, dropped at, drops
        her, drops him, dropping off, hotel, hotels, guest house, b&b, airbnb, different cars,
        black car, silver car, white van, a car that, car waiting, waiting in the car, waits for
        him, waits for her, waiting for him, waiting for her, gets into, get into, got into,
        getting into, got in, in and out, houseful, make* him, make* her, makes him, makes her,
        forced to, forced, forcing, force her, force him, have her papers, has her passport, got
        her passport, passport, not been paid, hasn't been paid, isn't paid, unpaid, wages,
        handed his whole, hands over, tell her what to do, tells her what to do, runs around
        with, hang* about with, hang* around with, hanging around with, hanging round with,
        knocking about with, mixing with, mixed up with, mixed up in, in with a, in over his
        head, got in with, got hold of him, got hold of her, meet him, meet someone, going to
        meet, met on, met a man, met online, met him three, met him, met her on, house party,
        party house, takes her, takes him, taking her, taking him, take her, take him, take him
        off, take her off, on a train, train tickets, coach to, out of area, another town, miles
        away, different town, rucksack, unlicensed, servant, clean for her, cleans for, sleeps
        there, sleeping there, lives above, above the shop, behind that till, washing cars, car
        wash, nail bar, cannabis farm, takeaway kitchen, sofa surfing, sofa-surfing, sleeping
        at, stays over with, staying with a man, living with a man, living with men, living
        with, lives with him, moved in with, gives him, gives her, giving him, giving her,
        giving them, gave her, gave him, buys her, buys him, buying her, buying him, buying
        everyone, buying the drinks, bought her, bought him, brings him, brings her, offered
        them, offered her, offered him, offering them, offers them, hangs off, controls,
        controlled, lured, tricked, bribe*, hooked, paid him, paid her, pay him, pay her
    """,
    "neglect": """
        hungry, starving, no food, no lunch, no breakfast, nothing to eat, hasn't eaten, not
        eaten, empty tummy, tummy's empty, day to eat, never have a lunch, steals food, stealing
        food, food in his pockets, food in her pockets, no coat, without a coat, not got coats,
        in a nappy, nappy, no heating, no electric, no shoes, barefoot, filthy, unwashed,
        smelly, stinks, lice, left alone, on her own, on his own, on their own, on its own, home
        alone, by herself, by himself, by themselves, unsupervised, nobody at home, no one at
        home, nobody has been at home, no adult, no adults, sleeping in, sleeping on, sleeps in,
        sleeps on, asleep in, sleep in the, slept in, without a bed, no bed, mattress, too
        small, same clothes, in the same clothes, lost weight, losing weight, lost a stone,
        skinny, skin and bones, underweight, gaunt, falling asleep, fell asleep, fending for,
        fend for, looking after himself, looking after her brothers, looking after his brothers,
        feeding his, feeding her, doing all the caring, does all the caring, drunk, off her
        face, off his face, out of it, passed out, needles, locks the fridge, locked fridge, no
        sign of mum, no sign of a parent, untreated, missed appointments, keeps cancelling, not
        been to the dentist, rotten teeth, squalor, out in all weathers, in all weathers, on the
        landing, stairwell, bin store, doorstep, playing out at, wandering, wander*, found
        wandering, dual carriageway, in the road, crying for, bedroom door
    """,
    "self": """
        self-harm, self harm, self-harming, self harming, harming herself, harming himself,
        cutting herself, cutting himself, overdose, overdosed, taken tablets, taken pills,
        suicidal, suicide, kill himself, kill herself, killing himself, killing herself, kill
        myself, end it, end it all, end her life, end his life, ending it, want to die, wants to
        die, wanted to die, not wake up, wake up, want to be here, better off without, not worth
        living, stopped eating, not eating, hurting herself, hurting himself, hurt herself, hurt
        himself, on the bridge, ledge, razor, goodbyes, saying goodbye, can't go on, cannot go
        on, given away his, given away her, giving away, gave away, gives away, gave his, gave
        her, all be over, be over soon, the voices, voices want, deserve it, won't see me, no
        point anymore, starving herself, making herself sick
    """,
    "threat": """
        knife, knives, blade, blades, machete, a weapon, threat, threats, threaten*, threatened,
        threatening, in danger, not safe, isn't safe, unsafe, serious risk, harmed, coming to
        harm, come to harm, after him, after her, looking for him, looking for her, somebody is
        after, someone is after, knows where he lives, know where he lives, knows where she
        lives, know where she lives, know where his, know where her, hurt my, hurt his, hurt her
        family, get hurt, going to hurt, going to use it, use it on, stabbed, stab, stab wound,
        stabbing, shot, blackmail*, blackmailed, blackmail, wants money, want money, video of,
        got a video, jumped, robbed, chased, chasing, followed, following her, following him,
        stalk*, stalking, outside her school, outside his school, outside the house, outside her
        house, turning up outside, lets her, won't let her, won't let him, let him go home, let
        her go home, can't leave, cannot leave, won't leave her alone, leave her alone, leave
        him alone, banned from, not supposed to be, breach*, registered offender, on the
        register, injunction, restraining, zombie, gun, acid, petrol, fighting, weapon, target*,
        targeted, intimidat*, bully*, bullied, bullying, trapped, stuck there, didn't know how
        to get, safe there, same man who
    """,
    "control": """
        forced marriage, be married, get married, fiancé, fiance, engaged, kept in, kept home,
        getting married, been married, married off, marry him, get engaged, taken abroad, sent
        abroad, go abroad, going abroad, flown out, flying out, fly out, back home to, sent back
        to, taken out of school, leaving school, pulled out of school, not in school, isn't in
        school, not been in school, none of them at school, not going to school, fgm, cutter,
        dishonour, controlling, controlled, isolat*, isolated, dropped all, dropped her friends,
        dropped his friends, cut off from, answers for her, answers for him, speaks for her,
        speaks for him, never speaks, checks her phone, tracking, radicalised, radicalis*,
        extremist, extremism, martyr, martyrs, jihad, nazi, far right, syria, fight for, bring
        shame, exorcism, possessed, witch, spirit in him, cursed, pray the, haven't come back,
        hasn't come back, have not come back, sister hasn't, give birth, hide the pregnancy
    """,
    "online": """
        snapchat, snap, instagram, insta, tiktok, whatsapp, discord, roblox, fortnite, telegram,
        kik, on a game, gaming, in a game, xbox, playstation, webcam, on camera, livestream, dm,
        dms, dming, inbox, private message, private messages, direct message, direct messages,
        messages, message*, messaging, messaged, text*, texts, texting, texted, chat, chatting,
        chats, emoji, kisses, hearts, liking, friend request, requests, his number, her number,
        her snapchat, swapped numbers, ringing her, ringing him, calls her, phones her, phoning
        her, video calls, selfie, selfies
    """,
    "conduct": """
        favourite, favourites, singles out, gets special, gives lifts, giving lifts, lift home,
        drives her, drives him, driving her, drops the same, last every, drops her last, alone
        with, stay behind, stays behind, kept behind, keeps behind, stays late with, door shut,
        door closed, takes them for, takes him, takes her, invites, round to his, to his flat,
        to his house, to her flat, at his house, at his flat, own home, his place, her place,
        spending time, spending a great deal, a lot of time, tickl*, hugs, hugging, cuddl*,
        wrestl*, play fight, play-fight, dirty jokes, innuendo, showers, filmed, film the, takes
        photos, taking photos, taking pictures, photographing, stares, staring, hands on, hands
        all over, arm round, arms round, rough, shouts at, screams at, swears at, swore at,
        humiliat*, belittl*, drinking with, drinks with, smoke with, vapes with, buying, brings
        him presents, personal number, own phone, own mobile, personal phone, keeps finding
        reasons, finding reasons, finds reasons, reason to be, insists on, lets himself in,
        crosses the line, crossed the line, crossing the line, too close, too friendly, over
        familiar, overfamiliar, over-familiar, very close to, getting close to, close to one,
        inappropriate, inappropriately, unprofessional, unsuitable, smelled of drink, smelt of
        drink, smells of drink, smelling of alcohol, smelt of alcohol, turned up drunk, drunk
        on, high on, under the influence, asleep on duty, asleep on shift, lets them smoke, lets
        them drink, letting in, seen in the pub, on his own phone, on her own phone, always in,
        relationship with, in a relationship with, kept it quiet, laughed off, brushed off, let
        him go, sacked, quietly left, left under, moved on from, allegation about, allegation
        against, complaint about, complaints about, complained that, complained about, how he is
        with, how he is around, how she is with, the way he looks, way he looks at, way he talks
        to, way he touches, way he speaks to, around the girls, around the boys, around the
        children, around the kids, hanging around, turns up at, turning up at, off-duty, out of
        hours, outside work, outside of work, sit up front, up front with, let the girls, let
        the boys, if i want shifts, delete this, mocks
    """,
    "change": """
        gone quiet, went quiet, withdrawn, withdraw*, not himself, not herself, isn't himself,
        isn't herself, stopped coming, stopped talking, stopped speaking, stopped turning up,
        used to be, changed so much, completely changed, different child, different lad,
        different girl, lost interest, dropped all of her, sits at the back, won't look at,
        can't look at, won't make eye contact, hood up, sleeve, sleeves, long sleeves, wouldn't
        take her coat off, won't take his coat off, coat off, jumper on, won't change for, won't
        do pe, attendance was, attendance has, in twice a week, not been in, hasn't been in,
        haven't been in, hasn't been to, bunking, truanting, excluded, late every, asleep in
        class, drawing the same, draws, drawn, snapping, kicking off, never misses, never
        missed, has never missed, out of character, unlike him, unlike her, new friends, new lot
        of friends, new boyfriend, moved in with mum, two phones, ever since, since his, since
        her, since october, since half term, since summer, since september, since he moved,
        since she moved
    """,
}
