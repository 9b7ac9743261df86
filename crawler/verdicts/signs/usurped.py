"""The words under which abandoned domains are taken over: gambling, pornography, pills."""

from __future__ import annotations

import re

from crawler.verdicts.evidence import Sign, SignKind
from crawler.verdicts.signs.signature import Seen

SURE = "unmistakable"
"""The name of a sign in words that no data set has in its title."""

_SURE = re.compile(
    r"\b(?:slot gacor|(?:situs|agen|bandar|daftar|link) (?:slot|judi|togel|poker|casino|bola)\w*"
    r"|judi (?:online|bola|slot)"
    r"|togel (?:online|hongkong|singapore)|slot (?:online|deposit|dana|demo|88|777|thailand)"
    r"|slot\d{2,4}|rtp (?:slot|live)"
    r"|maxwin|sbobet\w*|gacor|bandarqq|dominoqq|pokerqq|judi qq|casino (?:bonus|slots?)"
    r"|(?:online|live|crypto|bitcoin|best|free) (?:casino|slot)s?|casino (?:online|en ligne"
    r"|en línea)"
    r"|online[- ]?casinos?|spielautomaten|machines? à sous|tragamonedas|казино (?:онлайн|вулкан)"
    r"|онлайн[- ]казино"
    r"|игровые автоматы|букмекер\w*|1xbet|pin[- ]?up casino|mostbet|casino siteleri"
    r"|deneme bonusu|bahis siteleri|kaçak bahis"
    r"|jigolo|escort (?:bayan|girls?|service)|porno?(?:hub| videos?| tube|s|lar)|xxx (?:videos?"
    r"|movies?)|sex (?:videos?|cams?|chat)"
    r"|(?:buy|cheap|order|generic) (?:viagra|cialis|levitra|xanax|tramadol|kamagra)"
    r"|(?:viagra|cialis) (?:online|generic|price)|payday loans?|essay writing service"
    r"|replica watches)\b"
    r"|แทงบอล|สล็อต|บาคาร่า|คาสิโน|เว็บพนัน|หวยออนไลน์|博彩|菠菜网|百家乐|棋牌游戏|六合彩|老虎机"
    r"|成人视频|裏ビデオ"
    r"|オンラインカジノ|파워볼|토토사이트|카지노사이트|바카라사이트|nhà cái|kèo nhà cái|tài xỉu"
    r"|cá cược",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"\b(?:casinos?|kasino|казино|slots?|judi|togel|toto|poker|roulette|blackjack|baccarat"
    r"|betting|bets?|jackpot|bookmaker|gambling"
    r"|porno?|xxx|escorts?|viagra|cialis|levitra|kamagra|bahis|kumar|apuestas|sportwetten"
    r"|paris sportifs)\b",
    re.IGNORECASE,
)
_MOST = 1000
_ENOUGH = 2


def usurped(seen: Seen) -> Sign | None:
    """What title and description advertise; whether the link was for that, a rule has to know."""
    title = (seen.title or "")[:_MOST]
    said = f"{title} \n {(seen.description or '')[:_MOST]}"
    sure = _SURE.search(said)
    if sure:
        return Sign(SignKind.USURPED, SURE, sure[0])
    likely = _LIKELY.findall(said)
    if _LIKELY.search(title) or len({word.lower() for word in likely}) >= _ENOUGH:
        return Sign(SignKind.USURPED, "likely", ", ".join(dict.fromkeys(likely))[:160])
    return None
