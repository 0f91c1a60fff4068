"""Invented names for the invented town's staff. A name is one field, and says nothing about a person."""

from collections.abc import Iterator

#: Names are made of a beginning and an ending of the same line.
_PARTS = (
    (
        "扎西 多杰 次仁 洛桑 旦增 索南 格桑 仁青 贡布 丹珠 桑杰 嘉央 才让 巴桑 平措 达瓦 尼玛 益西 德吉 白玛",
        "卓玛 措 吉 旺堆 南杰 东知 加措 央金 拉姆 顿珠 曲珍 旺姆 尖措 扎巴 昂毛 华旦 才旦 桑布 闹吾 罗布",
    ),
    (
        "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗",
        "建平 秀兰 晓燕 文博 海霞 志远 丽娟 国强 玉梅 思齐 雨桐 永福 春华 明哲 小红 立新 雪莲 少军 慧敏 成林",
    ),
    (
        "བཀྲ་ཤིས་ རྡོ་རྗེ་ ཚེ་རིང་ བློ་བཟང་ བསྟན་འཛིན་ བསོད་ནམས་ སྐལ་བཟང་ རིན་ཆེན་ མགོན་པོ་ ཉི་མ་ ཟླ་བ་ པདྨ་",
        "སྒྲོལ་མ། དབང་འདུས། རྣམ་རྒྱལ། རྒྱ་མཚོ། དབྱངས་ཅན། ལྷ་མོ། དོན་གྲུབ། ཆོས་སྒྲོན། བཟང་པོ། ནོར་བུ། འཚོ། སྐྱིད།",
    ),
)


def names() -> Iterator[str]:
    """Names without end, the lines mixed; some come again, as in any town."""
    lines = [(beginnings.split(), endings.split()) for beginnings, endings in _PARTS]
    turn = 0
    while True:
        for beginnings, endings in lines:
            number = len(beginnings) * len(endings)
            at = turn * 83 % number  # 83 shares no divisor with the number, so every pair has its turn
            yield beginnings[at % len(beginnings)] + endings[at // len(beginnings)]
        turn += 1
