"""The names that may stand nowhere, because the product promises not to watch and not to sort people.

A name is cut into its words (``id_card_no`` → id, card, no); one of these stands in it, or several side by side.
"""

import re

#: Promise 2: nothing about who somebody is.
WHO_SOMEBODY_IS = """
    ethnic ethnicity ethnicities nationality nationalities minority minorities racial tribe clan|membership caste
    minzu zuqun
    religion religions religious faith creed denomination church mosque temple monastery nunnery clergy monk lama imam
    zongjiao xinyang siyuan
    political politics ideology party|member party|membership dangyuan zhengzhi zhengzhimianmao
    hukou huji hukoubu household|register household|registration registered|residence
    id|card idcard identity|card identity|number id|number id|no national|id citizen|id shenfenzheng sfz sfzh
    passport passports birth|place native|place jiguan
    blood|type disability|status marital hiv criminal|record previous|convictions qianke
""".split()

#: Promises 1 and 2: nothing that watches.
WATCHING = """
    face|id face|print face|image facial faceprint renlian fingerprint fingerprints zhiwen
    biometric biometrics iris|scan voiceprint shengwen gait dna
    camera cameras cctv webcam|feed shexiang shexiangtou jiankong surveil surveillance video|feed
    patrol patrols xunluo police policeman gongan jingcha security|officer security|role wangge wanggeyuan grid|member
    informant informer informers tip|off watchlist watch|list blacklist heimingdan suspect suspects xianyiren
    travel|record travel|history itinerary itineraries xingcheng chuxing whereabouts location|history
    device|id imei imsi mac|address advertising|id plate|number license|plate licence|plate chepai
""".split()

#: Promise 2: no score, flag or ranking of a person, and no look-up of one.
SORTING = """
    score scores scoring credit|score social|credit credit|rating xinyong jifen reputation trust|level
    risk|level risk|score risk|person danger|level threat|level key|person zhongdian|renyuan weiwen stability
    repeat|petitioner repeat|petitioners repeat|complainant petitioner|count serial|complainer vexatious troublemaker
    chanfang naofang chongfu|xinfang
    resident|rank resident|ranking resident|flag person|flag person|score person|profile resident|profile profiling
    find|resident find|residents search|resident search|residents find|person search|person lookup|person by|phone
    by|telephone by|caller caller|history cases|of|person cases|of|resident
    non|members not|joined absentees household|roster
""".split()

#: In headings of tables and in texts of forms, Chinese stands as it is.
IN_CHINESE = (
    "民族", "宗教", "信仰", "寺庙", "政治面貌", "党员", "户口", "户籍", "籍贯", "身份证", "人脸", "指纹", "声纹",
    "虹膜", "行程", "轨迹", "巡逻", "巡查", "摄像", "监控", "警察", "民警", "公安", "网格员", "举报人信息", "线人",
    "黑名单", "信用分", "评分", "积分", "重点人", "重复信访人", "缠访", "闹访", "维稳",
)  # fmt: skip

#: What a filter or an address at the desk may not be called: staff find matters, never residents.
PERSON_KEYS = frozenset(
    "name contact contact_name phone telephone mobile email mail caller resident person who sender".split()
)

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_BANNED = {tuple(entry.split("|")) for entry in (*WHO_SOMEBODY_IS, *WATCHING, *SORTING)}
_LONGEST = max(map(len, _BANNED))


def banned_in(name: str) -> str:
    """The banned word in this name; empty if there is none."""
    chinese = next((word for word in IN_CHINESE if word in name), "")
    words = [word.lower() for word in _WORDS.findall(name)]
    runs = (tuple(words[i : i + n]) for n in range(1, _LONGEST + 1) for i in range(len(words) - n + 1))
    return chinese or next((" ".join(run) for run in runs if run in _BANNED), "")
