"""The words under which abandoned domains are taken over: gambling, pornography, pills."""

from __future__ import annotations

import re

from crawler.verdicts.evidence import Sign, SignKind
from crawler.verdicts.signs.signature import Seen

SURE = "unmistakable"
"""The name of a sign in words that no data set has in its title."""

_JARGON = re.compile(
    r"\b(?:slot gacor|(?:situs|agen|bandar|daftar|link) (?:slot|judi|togel|poker|casino|bola)\w*"
    r"|judi (?:online|bola|slot)|togel (?:online|hongkong|singapore)"
    r"|slot (?:online|deposit|dana|demo|88|777|thailand)|slot\d{2,4}|rtp (?:slot|live)"
    r"|maxwin|sbobet\w*|gacor|bandarqq|dominoqq|pokerqq|judi qq|1xbet|mostbet|pin[- ]?up casino"
    r"|casino siteleri|deneme bonusu|bahis siteleri|kaçak bahis|jigolo|escort bayan)\b"
    r"|แทงบอล|สล็อต|บาคาร่า|คาสิโน|เว็บพนัน|หวยออนไลน์|菠菜网|파워볼|토토사이트|카지노사이트"
    r"|바카라사이트|nhà cái|tài xỉu",
    re.IGNORECASE,
)
"""What only those say who sell it."""

_GOODS = re.compile(
    r"\b(?:casinos?|kasino|казино|slots?|judi|togel|toto|poker|roulette|blackjack|baccarat"
    r"|betting|bets?|bookmakers?|букмекер\w*|gambling|spielautomaten|machines? à sous"
    r"|tragamonedas|игровые автоматы|bahis|kumar|apuestas|sportwetten|paris sportifs"
    r"|porno?|xxx|sex (?:cams?|chat|videos?)|escorts?"
    r"|(?:buy|order|cheap|generic) (?:viagra|cialis|levitra|kamagra|xanax|tramadol)"
    r"|payday loans?|essay writing|replica watches)\b"
    r"|博彩|百家乐|棋牌|六合彩|老虎机|成人视频|カジノ|cá cược",
    re.IGNORECASE,
)
_PITCH = re.compile(
    r"\b(?:bonus(?:es)?|free spins?|freispiele|tours gratuits|giros gratis|бонусы?|фриспины"
    r"|jackpots?|real money|echtgeld|play now|jouez|spiele jetzt|juega|играть|bet now|join now"
    r"|sign up now|promo codes?"
    r"|no prescription|without (?:a )?prescription|free shipping"
    r"|bad credit|instant approval|watch (?:free|now)|free videos?|hd videos?"
    r"|call girls?)\b|彩金|优惠|注册送|娱乐城|下注|开户|ボーナス",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:data|data ?(?:sets?|bases?|banks?)|corp(?:us|ora)|surveys?|stud(?:y|ies)|statistics"
    r"|research|trials?|cohorts?|experiments?|annotat\w+|benchmarks?|detect\w+|classif\w+"
    r"|recogni\w+|analys[ie]s|daten\w*|données|datos|dados|dati|данные)\b|数据|データ|데이터",
    re.IGNORECASE,
)
_MOST = 1000
_ENOUGH = 2


def usurped(seen: Seen) -> Sign | None:
    """What title and description sell; whether the link was for that, a rule has to know.

    Goods alone may be a subject: they have to be pitched as well, and not be studied.
    """
    said = f"{(seen.title or '')[:_MOST]} \n {(seen.description or '')[:_MOST]}"
    jargon = _JARGON.search(said)
    if jargon:
        return Sign(SignKind.USURPED, SURE, jargon[0])
    goods = dict.fromkeys(word.casefold() for word in _GOODS.findall(said))
    if not goods or _STUDY.search(" ".join([said, *seen.headings])):
        return None
    pitches = {word.casefold() for word in _PITCH.findall(f"{said} \n {seen.text[:4000]}")}
    if len(pitches) < _ENOUGH:
        return None
    return Sign(SignKind.USURPED, "likely", ", ".join(goods)[:160])
