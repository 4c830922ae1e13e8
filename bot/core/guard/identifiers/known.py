"""Capitalized words that name no child: organisations, peoples, networks, authors, words of the
sector. One word each, folded (lexicon.py); what a partnership adds stands in Allowed.
"""

from bot.core.guard.vocabulary import vocabulary

ORGANISATIONS = vocabulary(
    """
    anytown barnardo barnardos basw beacon bbc cafcass catch22 childline crimestoppers coram
    crowdstrike ecpat fearless fitzgerald gov hmicfrs humankind jigsaw kooth marac mind napac
    nacro nspcc ofsted ofcom parliament place2be relate reprezent safeline samaritans sendiass
    shelter spar stonewall tusla unicef unseen victim centrepoint whitehall cyclops aldi asda
    tesco lidl mcdonald mcdonalds kfc greggs boots primark costa subway wilko sainsbury
    sainsburys waitrose uber bolt deliveroo airbnb google microsoft amazon apple zoom
    sharepoint excel powerpoint outlook slack onedrive systmone liquidlogic mosaic carefirst
    niche athena eclipse sims cpoms arbor rio emis asset assetplus onestop flybe arriva
    stagecoach northern transpennine lner sport rotary oxfam kidscape papyrus mencap
    gingerbread homestart surestart nhsengland turning addaction wearewithyou forward karma
    nirvana refuge womens lundy hart signs strengthening
    """
)

PEOPLES = vocabulary(
    """
    afghan african albanian american arab arabic asian bangladeshi bengali black british
    bulgarian caribbean chinese christian czech dutch english eritrean ethiopian european
    filipino french german ghanaian greek gujarati gypsy hindu hungarian indian iranian iraqi
    irish islamic italian jamaican jew jewish kurd kurdish latvian lithuanian muslim nepali
    nigerian pakistani pashto polish portuguese punjabi quaker roma romanian romany russian
    scottish sikh slovak slovakian somali spanish sudanese swahili sylheti syrian tamil
    tigrinya traveller travellers turkish ukrainian urdu vietnamese welsh yoruba zimbabwean
    catholic protestant anglican methodist orthodox pentecostal buddhist mandarin cantonese
    farsi dari congolese gambian moroccan algerian egyptian lebanese palestinian israeli
    japanese korean thai kosovan serbian croatian bosnian estonian finnish swedish norwegian
    danish belgian swiss austrian australian canadian brazilian colombian mexican scouse
    geordie mancunian cornish northerner londoner british-asian scots cymraeg cymru saesneg gaelic
    lgbt lgbtq
    """
)

NETWORKS = vocabulary(
    """
    snapchat snap insta instagram tiktok telegram discord psn playstation xbox roblox fortnite
    minecraft twitter facebook whatsapp kik bereal twitch steam youtube reddit messenger
    tinder grindr omegle onlyfans signal viber netflix spotify yubo wechat skype facetime
    threads bluesky linkedin wordle gta ipad iphone android
    """
)

AUTHORS = vocabulary(
    """
    firmin munro lundy bronfenbrenner maslow casey macalister laming jay climbie pelka labinjo
    hobson sharif lieven caldicott kotter schon kolb bowlby featherstone ofarrell brandon
    pearce wood vygotsky freire hackett finkelhor prochaska hart shaw crenshaw gillick fraser
    lucy jayne macpherson lammy scarman kennedy utting kilbrandon francis soham ingleby
    cumberlege angiolini jenkins timpson lenehan narey bichard
    """
)
"""Of frameworks, reviews and inquiries, by surname; and the children whom public reviews name."""

WELL_KNOWN = vocabulary(
    """
    mandela rashford thunberg yousafzai longfield souza attenborough shakespeare dickens angelou
    winfrey obama thatcher churchill blair starmer windrush nightingale pankhurst seacole
    einstein freud piaget montessori gandhi luther savile letby epstein poppins potter
    beaker ferguson southgate beckham ronaldo messi sheeran stormzy adele beyonce rowling dahl
    walliams blyton pratchett zephaniah perry doherty winnicott rogers ainsworth
    skinner pavlov bandura erikson siegel fonagy gilligan
    """
)
"""Surnames that are spoken of in public, and seldom a family's here."""

SECTOR = vocabulary(
    """
    adultification bredbury bw cc cuckooing cuckooed covid cyberbullying deprivation doorstep
    escooter ebike ehcp eid diwali ramadan hanukkah passover xmas email emails esafety
    fortnightly gamification grooming halal healthwatch hotspot hotspots incel inreach jtai
    kcsie kinship lanyard livestream masa mosque multiagency multi neurodivergent neurodiverse
    neurodiversity online offline outreach podcast postcode preschool prevent radicalisation
    rehoused safeguarding sextortion sexting signposting spreadsheet sudi taxi teams
    transphobia trauma tusc unaccompanied upskirting vaping vape vapes voicemail webinar
    website wellbeing wifi whatsapps workshop workstream youtuber ringfenced ringfence
    underrepresented unregistered upskill upskilling onboarding offrolling debrief debriefs
    pathfinder pathfinders taskforce sgt insp supt cllr prof rev dr dci dcs pcso det mr mrs ms
    mx hons bsc msc rehomed cyp gazette mot anpr sofa launderette chippy footie sitrep comms
    intel ok okay hi hiya dunno gonna wanna cos cuz tbh imo pls plz thx ta btw asap fyi yep
    yeah nah lol haha wk wks mtg mtgs mins hrs didnt doesnt dont cant wont wasnt werent isnt
    arent hasnt havent hadnt couldnt wouldnt shouldnt thats whats whos theyre youre weve
    theyve ive youve im hes shes theres lets rep reps signpost rota rotas covid-19 stepchild
    stepchildren stepdad stepmum carers mums dads nans grandkids kids lads lasses teens tweens
    preteens yps dsls gps hvs las icbs childrens womens peoples parents everyones nobodys
    recieved teh becuase definately wich accomodation seperate untill wknd tues weds thurs mon
    tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec re fwd fw tbc tba
    nb na vs etc ie eg cf approx dept govt mgr exec min max
    """
)

DAYS_AND_MONTHS = vocabulary(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december spring summer autumn winter easter
    christmas lent michaelmas halloween ramadan eid diwali
    """
)

REGIONS = vocabulary(
    """
    avon bedfordshire berkshire britain buckinghamshire cambridgeshire cheshire cleveland
    cornwall cumbria derbyshire dorset durham england essex gloucestershire hampshire
    herefordshire hertfordshire humberside kent lancashire leicestershire lincolnshire
    merseyside middlesex norfolk northamptonshire northumberland northumbria nottinghamshire
    oxfordshire rutland shropshire somerset staffordshire suffolk surrey sussex teesside
    tyneside wales warwickshire wessex wiltshire wirral worcestershire yorkshire scotland
    ireland ulster antrim armagh down fermanagh londonderry gwynedd powys gwent dyfed clwyd
    ceredigion anglesey carmarthenshire pembrokeshire monmouthshire glamorgan conwy
    denbighshire flintshire caerphilly argyll ayrshire fife lothian moray lanarkshire
    renfrewshire highland orkney shetland hebrides europe london thames trent mersey tees
    humber severn pennines weald cotswolds fens wolds
    """
)
"""Counties, nations and rivers; towns are in a list of their own (bot.content.lexicon)."""

NAMES_AS_WELL = vocabulary("athena casey christian fraser jan karma kent max rio trent shaw")
"""Words above, and in acronyms, that are given names as often."""

KNOWN = (
    ORGANISATIONS
    | PEOPLES
    | NETWORKS
    | REGIONS
    | SECTOR
    | (AUTHORS - {"jay", "brandon", "lucy", "kennedy", "francis", "jayne", "hart"})
)
