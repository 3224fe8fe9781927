"""Invented words as common and as rare as real ones, to fill a specimen with.

They follow the law of Zipf and Mandelbrot: few words are common, most are rare, and every new article brings
some that are new. So whatever compares articles by their words has the work it has with real ones. None of them names
a secret, as a build refuses articles that ask for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


class Vocabulary:
    """The words of one script, from the most common to the rarest, without end."""

    def __init__(self, common: str, parts: str, space: str, pause: str, stop: str) -> None:
        self.common, self.parts = common.split(), parts.split()
        self.space, self.pause, self.stop = space, pause, stop

    def word(self, random: Random) -> str:
        rank = int(40 * (random.paretovariate(0.6) - 1))
        return self.common[rank] if rank < len(self.common) else self._rare(rank - len(self.common))

    def phrase(self, random: Random, count: int) -> str:
        words = self.space.join(self.word(random) for _ in range(count))
        return words[0].upper() + words[1:]

    def sentence(self, random: Random, count: int) -> str:
        """`count` words, with a pause in the middle of a long sentence."""
        first = count // 2 if count > 9 else count
        text = self.phrase(random, first)
        if first < count:
            text += self.pause + self.space.join(self.word(random) for _ in range(count - first))
        return text + self.stop

    def paragraph(self, random: Random, count: int) -> str:
        """Sentences of 6 to 16 words, `count` words in all."""
        return "".join(self.sentence(random, length) for length in portions(random, count, 6, 16)).rstrip()

    def _rare(self, rank: int) -> str:
        """A word of two parts or more, another one for each rank."""
        base, length = len(self.parts), 2
        while rank >= base**length:
            rank, length = rank - base**length, length + 1
        number = rank * 7919 % base**length  # a prime: words of neighbouring ranks look different
        return "".join(self.parts[number // base**place % base] for place in range(length))


ALPHABETIC = Vocabulary(
    common="""the to and you a it is your of in for not on that or with can do if this as are from be an
    at have what wallet address network transfer phone app code message account support device screen
    number wording backup picture coin token fee amount exchange history update version setting menu
    button page link email ticket reply team form photo recording picture date time minute hour day week
    name list record service website store file open close send receive wait check write read find
    choose enter copy save keep show tell ask answer start stop connect restore install remove change
    confirm cancel repeat compare report contact lose forget lock unlock pay new old same other first
    last next right wrong safe real fake full empty slow fast own public private official never always
    only again before after then still already here there when where who how why more less every any
    nobody everything something please without below above inside between until because balance block
    hash memo signature permission connection notification language country region currency request
    problem error step""",
    parts="""ba be bo ca ce co da de di do fa fi fo ga go ha he ho ja jo ka ki ko la le li lo ma me mi
    mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo wa we wi za zo lan ner tion
    ment ster ing ling port vent""",
    space=" ",
    pause=", ",
    stop=". ",
)
IDEOGRAPHIC = Vocabulary(
    common="""的 了 在 是 不 你 就 也 要 会 和 有 把 被 先 再 从 到 给 用 这个 那个 没有 可以 不能 如果
    已经 还是 只有 因为 所以 钱包 地址 网络 转账 手机 应用 提示 消息 账户 客服 设备 屏幕 号码 图片
    备份 说法 代币 手续费 金额 交易所 记录 更新 版本 设置 菜单 按钮 页面 链接 邮件 工单 回复 团队 表单
    截图 录屏 日期 时间 分钟 小时 名称 列表 服务 网站 商店 文件 打开 关闭 发送 接收 等待 检查 填写 阅读
    查找 选择 输入 复制 保存 显示 告诉 询问 回答 开始 停止 连接 恢复 安装 删除 修改 确认 取消 重试 核对
    报告 联系 丢失 忘记 锁定 解锁 支付 新的 旧的 相同 其他 第一 最后 下一步 正确 错误 安全 真的 假的
    完整 空白 很慢 很快 自己 公开 私下 官方 永远 总是 仅仅 再次 之前 之后 然后 仍然 这里 那里 什么 哪里
    怎么 为什么 更多 更少 每个 任何 没人 全部 一些 请勿 以下 以上 余额 区块 哈希 备注 签名 权限 通知
    语言 国家 地区 货币 请求 问题 步骤 说明 方法 原因 结果 情况 状态 类型 内容 来源 目标 条件""",
    parts="""安 北 本 别 常 成 城 处 传 次 存 大 代 带 单 当 道 登 地 点 电 定 动 度 端 对 多 法 返 方
    分 风 付 复 改 高 个 更 工 公 功 关 管 光 号 合 后 户 化 环 换 回 机 级 记 加 价 间 见 件 交 节 界
    金 近 经 开 看 可 口 快 来 类 理 力 连 链 量 流 路 码 密 面 名 明 目 内 能 年 平 期 器 前 钱 清 区
    全 人 日 如 入 色 上 设 身 升 生 时 实 式 示 市 收 手 书 输 数 双 水 私 速 锁 台 提 体 天 条 通 同
    头 图 外 网 位 文 无 系 下 显 线 限 相 项 小 新 心 信 星 行 型 修 选 页 移 以 应 用 友 有 员 原 源
    月 云 运 在 找 正 证 支 知 值 指 制 中 种 重 主 转 资 子 字 总 走 最 作""",
    space="",
    pause="，",
    stop="。",
)


def portions(random: Random, total: int, least: int, most: int) -> Iterator[int]:
    """Numbers between `least` and `most`, the last one perhaps smaller, with the sum `total`."""
    while total > 0:
        portion = min(total, random.randint(least, most))
        yield portion
        total -= portion
