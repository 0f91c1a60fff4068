"""The departments of the invented town: their function (see docs/words.md) and what they are called."""

#: Function, and the name that follows the town's: Chinese, English, Tibetan (drafts, to be read by a speaker).
DEPARTMENTS = (
    ("petitions", "信访局", "Petitions Office", "རེ་ཞུ་སྣེ་ལེན་ཅུས།"),
    ("housing", "住房和城乡建设局", "Housing and Construction", "སྡོད་ཁང་དང་འཛུགས་སྐྲུན་ཅུས།"),
    ("urban", "城市管理局", "Urban Management", "གྲོང་ཁྱེར་དོ་དམ་ཅུས།"),
    ("civil-affairs", "民政局", "Civil Affairs", "དམངས་སྲིད་ཅུས།"),
    ("human-resources", "人力资源和社会保障局", "Work and Social Security", "མི་ཤུགས་དང་སྤྱི་ཚོགས་འགན་སྲུང་ཅུས།"),
    ("agriculture", "农业农村局", "Farming and Herding", "ཞིང་འབྲོག་ཅུས།"),
    ("natural-resources", "自然资源局", "Land and Natural Resources", "རང་བྱུང་ཐོན་ཁུངས་ཅུས།"),
    ("ecology", "生态环境局", "Environment", "སྐྱེ་ཁམས་ཁོར་ཡུག་ཅུས།"),
    ("transport", "交通运输局", "Roads and Transport", "འགྲིམ་འགྲུལ་སྐྱེལ་འདྲེན་ཅུས།"),
    ("education", "教育局", "Education", "སློབ་གསོ་ཅུས།"),
    ("health", "卫生健康局", "Health", "འཕྲོད་བསྟེན་བདེ་ཐང་ཅུས།"),
    ("market", "市场监督管理局", "Markets and Food Safety", "ཁྲོམ་རའི་དོ་དམ་ཅུས།"),
    ("culture-tourism", "文化和旅游局", "Culture and Tourism", "རིག་གནས་དང་ཡུལ་སྐོར་ཅུས།"),
    ("water", "水务局", "Water", "ཆུ་བེད་ཅུས།"),
    ("energy", "能源局", "Power and Heating", "ནུས་ཁུངས་ཅུས།"),
    ("emergency", "应急管理局", "Emergency Management", "ཛ་དྲག་དོ་དམ་ཅུས།"),
    ("justice", "司法局", "Justice and Legal Aid", "ཁྲིམས་འཛིན་ཅུས།"),
    ("finance", "财政局", "Finance", "ནོར་སྲིད་ཅུས།"),
    ("development", "发展和改革局", "Development and Prices", "འཕེལ་རྒྱས་དང་བསྒྱུར་བཅོས་ཅུས།"),
    ("telecom", "通信管理办公室", "Telephone and Internet", "གློག་འཕྲིན་དོ་དམ་གཞུང་ལས་ཁང་།"),
    ("medical-insurance", "医疗保障局", "Medical Insurance", "སྨན་བཅོས་འགན་སྲུང་ཅུས།"),
)

TOWN_OFFICE = ("town-office", "人民政府办公室", "Town Office", "མི་དམངས་སྲིད་གཞུང་གཞུང་ལས་ཁང་།")
TOWNSHIP_OFFICE = ("township-office", "人民政府", "Township Office", "མི་དམངས་སྲིད་གཞུང་།")
VILLAGE_COMMITTEE = ("village-committee", "村民委员会", "Village Committee", "གྲོང་མི་ཨུ་ཡོན་ལྷན་ཁང་།")
ONE_DOOR = ("one-door", "一门服务中心", "Service Centre", "སྒོ་གཅིག་ཞབས་ཞུའི་ལྟེ་གནས།")

#: The town centre's counters, in the order of their numbers.
TOWN_COUNTERS = (
    {"zh-hans": "导办台", "en": "Welcome desk", "bo": "སྣེ་ཤན་ཁང་།"},
    {"zh-hans": "综合受理一", "en": "All matters 1", "bo": "ཕྱོགས་བསྡུས་སྣེ་ལེན་དང་པོ།"},
    {"zh-hans": "综合受理二", "en": "All matters 2", "bo": "ཕྱོགས་བསྡུས་སྣེ་ལེན་གཉིས་པ།"},
    {"zh-hans": "藏语服务窗口", "en": "Service in Tibetan", "bo": "བོད་སྐད་ཞབས་ཞུའི་སྒེའུ་ཁུང་།"},
    {"zh-hans": "社会保障与民政", "en": "Social security and civil affairs", "bo": "སྤྱི་ཚོགས་འགན་སྲུང་དང་དམངས་སྲིད།"},
    {"zh-hans": "调解与法律援助", "en": "Mediation and legal aid", "bo": "འདུམ་འགྲིག་དང་ཁྲིམས་ལུགས་རོགས་སྐྱོར།"},
    {"zh-hans": "视频接待室", "en": "Video room", "bo": "བརྙན་འཕྲིན་སྣེ་ལེན་ཁང་།"},
)
TOWNSHIP_COUNTERS = (
    {"zh-hans": "综合受理", "en": "All matters", "bo": "ཕྱོགས་བསྡུས་སྣེ་ལེན།"},
    {"zh-hans": "调解室", "en": "Mediation room", "bo": "འདུམ་འགྲིག་ཁང་།"},
)
VILLAGE_COUNTERS = ({"zh-hans": "服务台", "en": "Service table", "bo": "ཞབས་ཞུའི་ཅོག་ཙེ།"},)

#: Streets of the town, where its offices stand.
STREETS = (
    {"zh-hans": "草原路", "en": "Meadow Road", "bo": "རྩྭ་ཐང་ལམ།"},
    {"zh-hans": "桥头街", "en": "Bridge Street", "bo": "ཟམ་མགོའི་ཁྲོམ་ལམ།"},
    {"zh-hans": "青稞巷", "en": "Barley Lane", "bo": "ནས་ལྗང་ལམ་ཆུང་།"},
    {"zh-hans": "格桑花大道", "en": "Kelsang Flower Avenue", "bo": "སྐལ་བཟང་མེ་ཏོག་ལམ་ཆེན།"},
)

_MORNING, _AFTERNOON = ["09:00", "12:00"], ["14:00", "17:30"]
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
OFFICE_HOURS = {day: [_MORNING, _AFTERNOON] for day in WORKDAYS}
#: The town's centre does not close at noon, and opens on Saturday mornings for those who work.
TOWN_CENTRE_HOURS = {day: [["09:00", "17:30"]] for day in WORKDAYS} | {"sat": [_MORNING]}
VILLAGE_HOURS = {day: [_MORNING, ["14:00", "16:00"]] for day in ("mon", "wed", "fri")}
