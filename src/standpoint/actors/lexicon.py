"""Closed classes of English words that noun phrases of the press are made of: constants only, nothing is computed."""

from __future__ import annotations

from standpoint.actors.civilians import CIVIL_SECTORS


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = words(
    "the a an this that these those some any no each every another other both all several many most one two three "
    "four five six seven eight nine ten dozens hundreds various certain"
)
INDEFINITE = words(
    "a an some several many another one two three four five various other unnamed unidentified anonymous"
)
POSSESSIVES = words("his her its their my our your")
PREPOSITIONS = words(
    "of for to in at by from with on near about against within inside outside under among around between behind "
    "into involved close during after before since until over across following including representing regarding "
    "concerning speaking who whom which that whose where when while as according"
)
FORMER = words("former ex ex- late then-former onetime one-time ousted deposed retired erstwhile sometime previous")
DEPUTY = words("deputy vice assistant under junior undersecretary under-secretary")

# Last words of names of outlets and charities.
OUTLETS = {
    **dict.fromkeys(
        words(
            "times post news journal tribune herald telegraph guardian press agency gazette chronicle daily mail "
            "mirror observer review today"
        ),
        "MED",
    ),
    **dict.fromkeys(words("watch international amnesty"), "NGO"),
}

# Names that stand for nobody in particular: the words stay, with the reason.
ANONYMOUS = words(
    "official officials source sources insider insiders somebody someone people person persons individual "
    "individuals others another many some observer-source everyone everybody nobody anyone those"
)
# A demonym or body before these words makes them speak for it.
STATE_PEOPLE = words(
    "sen rep official officials diplomat diplomats minister ministers leader leaders negotiator negotiators delegate "
    "delegates politician politicians authorities spokesman spokeswoman spokesperson spokespeople spokesmen aide "
    "aides adviser advisers advisor advisors envoy envoys ambassador ambassadors commander commanders general "
    "generals officer officers lawmaker lawmakers legislator legislators senator senators congressman congressmen "
    "parliamentarian parliamentarians mp mps deputy deputies mediator mediators representative representatives "
    "president presidents premier premiers chief chiefs prosecutor prosecutors investigators source sources team "
    "brass staff counterpart counterparts colleague colleagues "
    "bureaucrats bureaucrat secretary secretaries governor governors "
    "governor-general mayor mayors admiral admirals colonel colonels strategists planners hawks hardliners rulers "
    "ruler monarch monarchy king kings"
)
# Institutions of a state; unmodified they mean the state in focus.
INSTITUTIONS = {
    "government": "GOV", "govt": "GOV", "regime": "GOV", "administration": "GOV", "cabinet": "GOV", "state": "GOV",
    "authorities": "GOV", "ministry": "GOV", "ministries": "GOV", "presidency": "GOV", "delegation": "GOV",
    "delegations": "GOV", "mission": "GOV", "embassy": "GOV", "side": "GOV", "leadership": "GOV", "junta": "GOV",
    "parliament": "LEG", "congress": "LEG", "senate": "LEG", "assembly": "LEG", "legislature": "LEG",
    "house": "LEG", "army": "MIL", "military": "MIL", "forces": "MIL", "force": "MIL", "troops": "MIL",
    "navy": "MIL", "fleet": "MIL", "command": "MIL", "soldiers": "MIL", "airforce": "MIL", "police": "COP",
    "intelligence": "SPY", "court": "JUD", "courts": "JUD", "judiciary": "JUD", "council": "GOV",
    "consulate": "GOV", "treasury": "GOV", "office": "GOV", "palace": "GOV", "department": "GOV", "agency": "GOV",
    "service": "GOV", "staff": "GOV", "team": "GOV", "media": "MED", "television": "MED", "tv": "MED",
    "radio": "MED", "monarchy": "GOV", "throne": "GOV", "kingdom": "GOV", "diplomacy": "GOV", "officialdom": "GOV",
    "capital": "GOV", "nation": "GOV", "country": "GOV", "republic": "GOV", "secretariat": "IGO",
    "commission": "GOV", "bloc": "IGO", "alliance": "IGO", "union": "IGO", "organisation": "IGO",
    "organization": "IGO", "opposition": "OPP", "rebels": "REB", "insurgents": "REB", "party": "PTY", "camp": "GOV",
    "coalition": "GOV", "guards": "MIL", "guard": "MIL", "executive": "GOV", "politburo": "GOV",
    "directorate": "GOV", "committee": "GOV", "body": "IGO", "group": "REB", "militia": "REB",
}  # fmt: skip
# Those that stand alone for the state in focus ("the foreign ministry said").
ALONE = words(
    "government administration cabinet ministry presidency parliament army military navy police treasury regime "
    "embassy junta leadership authorities monarchy department country palace republic kingdom nation senate "
    "legislature troops intelligence"
)
# Who speaks for nobody but themselves (coding manual: analysts, NGOs, media).
PRIVATE = {
    "analyst": "CVL", "analysts": "CVL", "expert": "CVL", "experts": "CVL", "observer": "CVL", "observers": "CVL",
    "researcher": "EDU", "researchers": "EDU", "scholar": "EDU", "scholars": "EDU", "professor": "EDU",
    "professors": "EDU", "academic": "EDU", "academics": "EDU", "historian": "EDU", "historians": "EDU",
    "fellow": "EDU", "lecturer": "EDU", "economist": "CVL", "economists": "CVL", "scientist": "EDU",
    "scientists": "EDU", "activist": "CVL", "activists": "CVL", "campaigner": "CVL", "campaigners": "CVL",
    "critics": "CVL", "critic": "CVL", "resident": "CVL", "residents": "CVL", "villager": "CVL", "villagers": "CVL",
    "witness": "CVL", "witnesses": "CVL", "survivor": "CVL", "survivors": "CVL", "civilian": "CVL",
    "civilians": "CVL", "protester": "CVL", "protesters": "CVL", "protestors": "CVL", "demonstrators": "CVL",
    "refugee": "REF", "refugees": "REF", "doctor": "HLH", "doctors": "HLH", "medic": "HLH", "medics": "HLH",
    "nurse": "HLH", "lawyer": "CVL", "lawyers": "CVL", "teacher": "EDU", "student": "EDU", "students": "EDU",
    "farmer": "AGR", "farmers": "AGR", "journalist": "MED", "journalists": "MED", "reporter": "MED",
    "reporters": "MED", "correspondent": "MED", "correspondents": "MED", "editor": "MED", "commentator": "MED",
    "commentators": "MED", "columnist": "MED", "author": "MED", "writer": "MED", "broadcaster": "MED",
    "newspaper": "MED", "newspapers": "MED", "paper": "MED", "papers": "MED", "magazine": "MED", "website": "MED",
    "agency": "MED", "ngo": "NGO", "ngos": "NGO", "charity": "NGO", "charities": "NGO", "nonprofit": "NGO",
    "group": "NGO", "groups": "NGO", "watchdog": "NGO", "monitor": "NGO", "monitors": "NGO", "thinktank": "EDU",
    "think-tank": "EDU", "tank": "EDU", "institute": "EDU", "university": "EDU", "college": "EDU", "centre": "EDU",
    "center": "EDU", "foundation": "NGO", "pollster": "CVL", "pollsters": "CVL", "families": "CVL", "family": "CVL",
    "relatives": "CVL", "mother": "CVL", "father": "CVL", "wife": "CVL", "husband": "CVL", "son": "CVL",
    "daughter": "CVL", "brother": "CVL", "sister": "CVL", "voters": "CVL", "citizens": "CVL", "people": "CVL",
    "fisherman": "CVL", "fishermen": "CVL", "priest": "REL",
    "bishop": "REL", "archbishop": "REL", "cleric": "REL", "clerics": "REL", "imam": "REL",
    "businessman": "BUS", "businessmen": "BUS", "businesswoman": "BUS", "company": "BUS", "companies": "BUS",
    "trader": "BUS", "traders": "BUS", "specialist": "CVL", "specialists": "CVL", "veteran": "CVL",
    "veterans": "CVL", "resettlers": "CVL", "worker": "CVL", "workers": "CVL", "union": "LAB", "unions": "LAB",
    "director": "CVL", "consultant": "CVL", "scholarship": "EDU", "outlet": "MED", "outlets": "MED", "press": "MED",
    "observatory": "NGO", "academy": "EDU", "society": "NGO", "association": "NGO", "club": "NGO", "fund": "NGO",
    "crescent": "NGO", "cross": "NGO", "network": "MED", "bank": "BUS", "hospital": "HLH", "church": "REL",
    "strategist": "CVL", "blogger": "MED", "documents": "MED", "survey": "MED", "poll": "MED", **CIVIL_SECTORS,
}  # fmt: skip
# Heads of institutes and the like: private only where the body is not in the registry.
EMPLOYERS = words(
    "university institute institution college school center centre foundation thinktank think-tank tank carnegie "
    "chatham crisis group newspaper magazine times post journal consultancy firm bank company charity academy "
    "rand"
)
# What a person or body puts out: "a statement by X", "X's tweet".
PRODUCTS = words(
    "statement statements letter letters tweet tweets communique communiqué speech speeches address remarks "
    "comments comment declaration post posts message messages report reports document note memo interview decree "
    "order resolution release announcement reply response text article video warning plan proposal call broadcast "
    "briefing decision move decisions view views position stance words hopes hope fears concerns policy demand "
    "demands readout press-release telegram account accounts insistence denial denials assessment request appeal "
    "threat threats promise promises rhetoric criticism accusation accusations claim claims"
)

SINGULAR_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
BODY_PRONOUNS = words("it its itself")
PLURAL_PRONOUNS = words("they them their theirs themselves")
FIRST_PRONOUNS = words("i me my mine myself we us our ours ourselves")
RELATIVE_PRONOUNS = words("who which that whom whose")
VAGUE = words("you one ones another others some many everyone everybody somebody someone nobody anyone none there")

# Words that begin with a capital but are no part of a person's name.
NOT_NAMES = words(
    "the a an in on at for of to by from with and but or if when while after before since as it he she they we i "
    "his her their its our my this that these those there here what why who how not no yes so then now meanwhile "
    "however monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december council party ministry university institute group forces army "
    "congress assembly house senate parliament court union committee commission organization organisation agency "
    "front movement coalition league association federation republic kingdom state states government office "
    "department north south east west northern southern eastern western central middle republican republicans "
    "democrat democrats islamic muslim muslims christian jewish arab arabs european asian african american "
    "president prime minister foreign secretary general defence defense treaty agreement accord process "
    "conference summit war peace day street river sea city province region according asked speaking earlier later "
    "last also both despite under over during another times post news press television tv radio daily journal mr "
    "mrs ms dr sir lord lady deputy assistant undersecretary acting interim vice chief speaker ambassador envoy "
    "spokesman spokeswoman spokesperson special senior chairman king queen prince emir sheikh ayatollah pope "
    "father gen lt col maj capt sgt adm brig "
    "sen rep gov prof hon field marshal major colonel captain admiral commander general-secretary senator "
    "congressman chancellor premier one two three four five six other others national supreme federal royal "
    "presidential human rights security affairs relations international united joint high public health energy "
    "economy finance interior parliamentary crown provisional "
    "transitional ruling some many most all each any such new "
    "old former top fleet embassy navy commissioner commissioner-general high co-chair co-chairs secretary-general "
    "director-general prosecutor negotiator coordinator mediator constitutional electoral"
)
HONORIFICS = words(
    "mr mrs ms miss dr sir lord lady dame prof professor sheikh ayatollah hojjatoleslam imam mullah maulana haji "
    "father reverend rev bishop archbishop cardinal patriarch baroness baron count pope gen lt col maj capt sgt "
    "adm brig field marshal general admiral colonel major captain lieutenant king queen prince princess emir "
    "sultan shaikh comrade maitre comandante don dona datu sen senator rep gov governor judge justice president"
)
FEMALE_WORDS = words(
    "mrs ms miss she her lady dame queen princess spokeswoman chairwoman congresswoman businesswoman mother wife "
    "daughter sister baroness empress sheikha"
)
MALE_WORDS = words(
    "mr sir lord king prince emir sultan sheikh spokesman chairman congressman businessman father husband son "
    "brother baron emperor pope ayatollah imam patriarch cardinal bishop"
)
PLACES_BEFORE = words(
    "in near at outside around inside from to through via across into toward towards visiting left visited "
    "reached leave"
)
# After a place these words make it a thing, not a government.
PLACE_THINGS = words(
    "agreement agreements accord accords convention conventions process talks conference congress summit protocol "
    "protocols treaty declaration format memorandum statement statements formula airport university street square "
    "resident residents suburb suburbs neighbourhood neighborhood province region governorate district film "
    "bureau correspondent mechanism meeting meetings platform communique document deal ceasefire truce "
    "negotiations round rounds peace marathon school rules"
)

# States, capitals and bodies that are also given or family names.
ALSO_NAMES = words(
    "jordan chad georgia israel kenya paris sofia vienna sydney florence victoria santiago asia india china "
    "ireland holland england france london washington america brazil cyprus malta mali lima charlotte adelaide "
    "alexandria lourdes geneva brussels trinidad dominica"
)
# Family names that are common words or common names: they need an introduction or a title.
COMMON_SURNAMES = words(
    "may brown park moon bush major rice straw hague ban key little power baker sun long day king white black "
    "green young rock hill wood ford grant gates price church stone case english french will mark bill jack rose "
    "smith jones johnson williams miller davis wilson moore taylor anderson thomas jackson martin lee kim khan "
    "ali ahmed hussein hassan mohamed mohammed muhammad abdullah ibrahim clark lewis walker hall allen wright "
    "scott adams nelson carter mitchell roberts turner phillips campbell parker evans edwards collins stewart "
    "morris murphy cook rogers morgan cooper reed bailey bell kelly howard ward cox diaz wang li zhang chen liu "
    "yang huang singh kumar garcia rodriguez martinez hernandez lopez gonzalez perez sanchez silva santos costa "
    "pereira nguyen tran ma he hu christian la le an so son no do sin san men mori ito abe fox frank cross short "
    "sharp rich best hope love art hunt raab blunt burns bass field house street banks rivers lake pole pope "
    "bishop dean duke earl prince queen noble priest cash post page marsh marsh' fields home rule roman first "
    "last man min gen van von der sir"
)

# Titles that only one state has, in the words of the press.
STATE_TITLES = {
    "secretary of state": "USA", "defense secretary": "USA", "secretary of defense": "USA",
    "treasury secretary": "USA", "attorney-general of the united states": "USA", "joint chiefs": "USA",
    "congressman": "USA", "congresswoman": "USA", "taoiseach": "IRL", "tanaiste": "IRL",
    "pope": "VAT", "pontiff": "VAT",
    "foreign secretary": "GBR",
    "home secretary": "GBR", "defence secretary": "GBR", "northern ireland secretary": "GBR",
}  # fmt: skip
# Before officials and leaders they say that no one state is meant.
MANY_STATES = words(
    "world western regional foreign european arab african asian gulf local city elected international rebel "
    "opposition union party tribal community religious church business military-backed global municipal "
    "provincial democratic republican congressional campaign other rebels insurgents guerrillas separatists militants"
)
# Institutions that may stand without an article, as in headlines.
BARE = words("government army military police parliament ministry navy authorities")
# Heads of places within a state, and the words that say so; a government that claims to be that of a state.
LOCAL = words(
    "mayor mayors governor governors prefect municipal municipality city town village district community regional "
    "province provincial county oblast"
)
CLAIMING = words("shadow parallel rival exile exiled breakaway")
# Parts of a body that speak for it where they say whose they are.
MEMBERS = words(
    "member members figure figures delegate delegates envoys loyalists supporters allies ally insider insiders "
    "deputy lawmaker lawmakers rebels fighters commanders militants fighter rebel militant"
)
# Nouns that mean the state or body itself.
STATE_ITSELF = words(
    "government govt regime authorities state side leadership capital country nation republic kingdom cabinet "
    "administration governments"
)
# Nouns that take up an organisation or group named before.
BODY_NOUNS = words(
    "bloc alliance union organisation organization council commission group movement militia body coalition "
    "secretariat party faction committee agency court tribunal"
)
# Sectors of those who have no name (PLOVER); the others belong to the government.
NOUN_SECTORS = {
    "commander": "MIL", "commanders": "MIL", "general": "MIL", "generals": "MIL", "officer": "MIL",
    "officers": "MIL", "admiral": "MIL", "admirals": "MIL", "colonel": "MIL", "colonels": "MIL", "brass": "MIL",
    "soldier": "MIL", "lawmaker": "LEG", "lawmakers": "LEG", "legislator": "LEG", "legislators": "LEG",
    "senator": "LEG", "senators": "LEG", "congressman": "LEG", "congressmen": "LEG", "parliamentarian": "LEG",
    "mp": "LEG", "mps": "LEG", "parliamentarians": "LEG", "politician": "LEG", "politicians": "LEG",
    "prosecutor": "JUD", "prosecutors": "JUD", "investigators": "JUD", "judge": "JUD", "judges": "JUD",
}  # fmt: skip
# Verbs that end a description: "X, a deputy of Y, said police would stay".
VERBS = words(
    "said says say told tells warned warns added adds accused accuses called calls urged urges rejected rejects "
    "insisted insists denied denies argued argues claimed claims promised promises vowed vows demanded demands "
    "announced announces declared declares praised praises condemned condemns welcomed welcomes asked asks spoke "
    "confirmed confirms complained complains replied described describes accepted refused wants wanted thinks "
    "thought believes believed has had have is was were are will would could can may might did does"
)
# Words before an institution or a title that say which one it is.
ADJUNCTS = words(
    "foreign defence defense interior justice finance economy armed general delegation central supreme "
    "constitutional security peace government negotiating ruling energy health transport military army air naval "
    "ground special presidential royal national federal border coast state transitional interim caretaker unity "
    "information culture education"
)
# Nouns of a faction, which mean the one in focus; and those that mean the group itself that is named before.
FACTIONS = words("guerrillas rebels insurgents opposition separatists militants fighters")
TAKEN_UP = words("force group militia movement alliance army guerrillas rebels insurgents separatists")
# Words that say of a group or its people that they are one side of a war, not which.
REBEL = words(
    "rebel rebels guerrilla guerrillas insurgent insurgents militant militants armed separatist separatists "
    "paramilitary jihadist islamist"
)
# Media that a state owns say so; the others speak for nobody.
MEDIA = words("media television tv radio agency")
STATE_OWNED = words("state official state-run state-owned government state-controlled")
# Titles that are American where America is named.
AMERICAN = words("senator senators sen rep congressman congressmen congresswoman administration")
# Those who, without a state beside them, belong to the only one near; and those who may be anybody's.
UNSTATED = words(
    "official officials authorities spokesman spokeswoman spokesperson ministers negotiators diplomats staff"
)
ANYBODY = words("source sources mediator mediators people person individual")
# What a party of that name is called for short, and what one of that kind is called where no other is.
COLLECTIVES = words(
    "brigades brigade front movement legion league alliance resistance guard militia militias junta guerrilla "
    "guerrillas insurgents separatists rebels rebel opposition council coalition congress committee assembly command "
    "directorate authority community compact brotherhood commission jurisdiction accord covenant court tribunal "
    "union islands"
)
