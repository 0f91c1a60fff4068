"""What residents of the invented town bring: a category, a kind, and words in Chinese and English.

Tibetan words are made from the category's own (draft) name, so that nothing here pretends to be checked.
"""

from typing import NamedTuple

from yimen.routing.rules import Kind


class Story(NamedTuple):
    """One thing to bring, and how an office may answer it."""

    category: str
    kind: Kind
    zh: str
    en: str
    answer_zh: str
    answer_en: str


STORIES = (
    Story(
        "urban.lighting",
        Kind.FAULT,
        "小学门口的路灯三天不亮了，晚上孩子回家看不清路。",
        "The lamp in front of the primary school has been dark for three days.",
        "灯杆线路已更换，今晚恢复照明。",
        "The cable was replaced; the lamp is on again tonight.",
    ),
    Story(
        "urban.manhole",
        Kind.FAULT,
        "市场西口的井盖裂了，电动车骑过去很危险。",
        "The manhole cover at the west gate of the market is cracked.",
        "井盖已更换，并检查了附近的井盖。",
        "The cover has been replaced and those nearby were checked.",
    ),
    Story(
        "urban.garbage",
        Kind.FAULT,
        "我们这片的垃圾箱两周没有清运。",
        "Our rubbish bins have not been emptied for two weeks.",
        "已清运，今后每周一、四收运。",
        "They were emptied; from now on every Monday and Thursday.",
    ),
    Story(
        "urban.snow",
        Kind.FAULT,
        "下坡路结冰，老人摔倒过。",
        "The slope is icy; an old man has fallen.",
        "已撒盐除冰，并列入每日巡扫路段。",
        "Salt was spread; the slope is now on the daily round.",
    ),
    Story(
        "utilities.water-cut",
        Kind.HELP,
        "从昨天早上起没有水，什么时候来水？",
        "No water since yesterday morning. When will it be back?",
        "主管道抢修完成，已恢复供水。",
        "The main was mended; the water is back.",
    ),
    Story(
        "utilities.heating",
        Kind.HELP,
        "家里暖气不热，室温只有十二度。",
        "The heating is cold; it is twelve degrees at home.",
        "换热站已检修，室温达到十八度以上。",
        "The station was mended; rooms now reach 18 degrees.",
    ),
    Story(
        "transport.rural-road",
        Kind.FAULT,
        "进村的路被雨水冲断，送奶车过不去。",
        "Rain has cut the road to our village; the milk lorry can't pass.",
        "已临时修复便道，正式修复列入下月计划。",
        "A temporary lane is open; the full repair is planned for next month.",
    ),
    Story(
        "transport.bus",
        Kind.SUGGESTION,
        "希望早班车提前十五分钟，赶得上医院挂号。",
        "Please let the early bus leave 15 minutes sooner, to be in time for the hospital.",
        "从下月起早班车提前到七点。",
        "From next month the early bus leaves at seven.",
    ),
    Story(
        "environment.noise",
        Kind.COMPLAINT,
        "工地晚上十二点还在施工。",
        "The building site works until midnight.",
        "已责令夜间停工并作出处罚。",
        "The site was ordered to stop at night and was fined.",
    ),
    Story(
        "land.requisition",
        Kind.COMPLAINT,
        "征地补偿款与公示的标准不一样，请说明。",
        "The compensation for my land differs from the published rate. Please explain.",
        "经核实，青苗补偿少算一项，将于十日内补发。",
        "One item was left out; it will be paid within ten days.",
    ),
    Story(
        "housing.relocation",
        Kind.COMPLAINT,
        "搬迁过渡费已经三个月没有发。",
        "The relocation allowance has not come for three months.",
        "过渡费已补发到账，今后按季度发放。",
        "The allowance has been paid and will come each quarter.",
    ),
    Story(
        "village.assets",
        Kind.HELP,
        "想了解村集体草场出租的收入怎么分。",
        "How is the income from the village's pasture shared out?",
        "收益分配方案已公示，并在村民会议上说明。",
        "The plan has been published and explained at the village meeting.",
    ),
    Story(
        "farming.pasture-reward",
        Kind.HELP,
        "今年的草原补助还没有收到。",
        "I have not received this year's pasture subsidy.",
        "账户信息有误，更正后已发放。",
        "The account number was wrong; it has been paid.",
    ),
    Story(
        "farming.boundary",
        Kind.DISPUTE,
        "和邻居的草场边界说不清，想请人来看。",
        "My neighbour and I disagree on the boundary of our pastures.",
        "双方同意现场划定，已立界桩。",
        "Both agreed on site; boundary posts have been set.",
    ),
    Story(
        "work.wages",
        Kind.HELP,
        "去年修路的工钱还欠两个月。",
        "Two months' wages from last year's road works are unpaid.",
        "用人单位已支付所欠工资。",
        "The employer has paid.",
    ),
    Story(
        "work.pension",
        Kind.HELP,
        "母亲的养老金这个月没有到账。",
        "My mother's pension has not come this month.",
        "系认证到期，已补办并补发。",
        "Her yearly confirmation had lapsed; it was renewed and paid.",
    ),
    Story(
        "welfare.allowance",
        Kind.CONSULT,
        "家里两个学生，一个病人，可以申请低保吗？",
        "Two pupils and one ill at home: can we apply for the allowance?",
        "符合条件，工作人员将上门协助办理。",
        "You qualify; a colleague will help you with the form.",
    ),
    Story(
        "welfare.disability",
        Kind.HELP,
        "服务中心门口没有坡道，轮椅进不去。",
        "There is no ramp at the centre; a wheelchair can't get in.",
        "坡道已安装。",
        "The ramp has been built.",
    ),
    Story(
        "health.reimbursement",
        Kind.CONSULT,
        "在省城住院的费用怎么报销？",
        "How do I claim for a stay in the provincial hospital?",
        "需要出院小结、发票和费用清单，可以网上提交。",
        "You need the summary, invoice and list of costs; send them online.",
    ),
    Story(
        "education.meals",
        Kind.COMPLAINT,
        "学校食堂的饭菜经常是凉的。",
        "The food at the school canteen is often cold.",
        "已增加保温设备，家长可每月陪餐。",
        "Food warmers were bought; parents may join a meal each month.",
    ),
    Story(
        "market.consumer",
        Kind.DISPUTE,
        "买的冰箱一周就坏了，商店不给换。",
        "A refrigerator broke after a week and the shop won't replace it.",
        "经协调，商店已更换。",
        "The shop has replaced it.",
    ),
    Story(
        "service.guidance",
        Kind.CONSULT,
        "办理营业执照要带什么材料？",
        "What do I bring for a business licence?",
        "请带身份材料和场地证明，也可以网上办理。",
        "Bring your papers and the proof of premises, or do it online.",
    ),
    Story(
        "law.neighbours",
        Kind.DISPUTE,
        "邻居家的树枝压到我家屋顶。",
        "My neighbour's tree leans on my roof.",
        "双方已协商，树枝已修剪。",
        "Both agreed; the branches were cut.",
    ),
    Story(
        "urban.park",
        Kind.THANKS,
        "谢谢你们修好了公园的长椅。",
        "Thank you for mending the benches in the park.",
        "谢谢您的鼓励。",
        "Thank you for telling us.",
    ),
)
