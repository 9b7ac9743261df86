"""Pages that are kept from the country we ask from."""

from __future__ import annotations

from crawler.verdicts.signs.signature import SENTENCE, Signature

_SORRY = (
    r"(?:not (?:currently )?available|unavailable|isn't available|blocked|restricted"
    r"|not accessible"
    r"|not supported|inaccessible) (?:in|from|for|to users in) "
    r"(?:your (?:current )?(?:country|region|location|territory|area)|this (?:country|region))"
    r"|not available (?:in|to (?:users|visitors) in) (?:the european (?:union|economic area)"
    r"|the eea)"
    r"|(?:block(?:ed|s)?|den(?:y|ied|ies)|restrict(?:ed|s)?) access from your (?:country|region)"
    r"|access (?:from|in) your (?:country|region) (?:is|has been) (?:blocked|denied|restricted)"
    r"|in (?:ihrem land|ihrer region|deinem land|deiner region) (?:leider )?nicht verfügbar"
    r"|pas (?:disponible|accessible) dans votre (?:pays|région)"
    r"|no está disponible en (?:su|tu) (?:país|región|ubicación)"
    r"|não está disponível (?:no seu país|na sua região)"
    r"|non è disponibile (?:nel (?:tuo|suo) paese|nella (?:tua|sua) (?:regione|area))"
    r"|недоступ(?:ен|на|но|ны) в (?:вашей стране|вашем регионе)"
    r"|niet beschikbaar in (?:uw|jouw) (?:land|regio)"
    r"|niedostępn[aey] w (?:twoim|państwa) (?:kraju|regionie)"
    r"|(?:ülkenizde|bölgenizde) (?:kullanılamıyor|mevcut değil|erişilemiyor)"
    r"|お住まいの(?:国|地域)(?:から)?(?:では|は|からは)|お客様の(?:国|地域)では"
    r"|(?:您|你)所在的?(?:国家|國家|地区|地區|区域|區域)"
)

GEO = (
    Signature("cloudflare", text=r"\berror (?:code: )?1009\b|has banned the country or region",
              status={403}),
    Signature("cloudfront", text=r"configured to block access from your country",
              status={403}),
    Signature("title", says=rf"[^:]{{0,80}}(?:{_SORRY})[^:]{{0,60}}", most=1500),
    Signature("page", text=rf"{SENTENCE}(?:{_SORRY})(?!\s?\?)", most=600),
)  # fmt: skip
"""The words alone count where the page says little else, and says them itself."""
