"""Domains that lead to advertising, or are for sale."""

from __future__ import annotations

from crawler.verdicts.signs.signature import Signature

_LITTLE = 2500
_DOMAIN = r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}"
_FOR_SALE = (
    rf"(?:(?:the |this )?(?:premium )?(?:domain|website|web site)(?: name)?,? )?(?:{_DOMAIN} )?"
    r"(?:(?:domain(?: name)?) )?(?:is|may be|might be|could be) "
    r"(?:now |currently |also )?(?:for sale|available for (?:sale|purchase))(?: by owner)?.{0,60}"
    rf"|(?:premium )?domain(?: name)? for sale|buy (?:this|the) domain.{{0,80}}"
    rf"|buy {_DOMAIN}|{_DOMAIN} for sale|make an offer on {_DOMAIN}"
    r"|diese (?:domain|website|seite) steht zum verkauf.{0,40}|domain (?:zu verkaufen|kaufen)"
    r"|(?:ce )?(?:nom de )?domaine (?:est )?à vendre.{0,40}"
    r"|(?:este )?dominio (?:está )?(?:en|a la) venta.{0,40}"
    r"|(?:este )?domínio (?:está )?à venda.{0,40}"
    r"|(?:questo )?dominio (?:è )?in vendita.{0,40}|(?:dit "
    r"|deze )?domein(?:naam)? (?:is )?te koop.{0,40}"
    r"|(?:ta )?domena (?:jest )?na sprzedaż.{0,40}|домен .{0,60}прода[её]тся.{0,40}"
    r"|(?:bu )?alan adı satılık(?:tır)?.{0,40}|.{0,40}域名(?:正在)?(?:出售|转让|轉讓).{0,40}"
    r"|このドメインは.{0,20}(?:販売|売り)出?中.{0,20}"
)
_LAPSED = (
    rf"(?:(?:the |this |your )?domain(?: name)?(?: {_DOMAIN})?|{_DOMAIN}|(?:the "
    rf"|this )(?:website|web ?page|site))"
    r" (?:is |has |was )?(?:been |recently )?(?:parked|expired)"
    r"(?: (?:free|domain|courtesy|at|by|and|on|with)\b.{0,80})?"
    r"|(?:parked|expired) domain(?: name)?|domain (?:name )?(?:parking|expired|parked)"
    rf"|{_DOMAIN} (?:is )?(?:registered|parked) (?:at|with|by) .{{2,40}}"
    r"|(?:diese )?domain (?:ist )?(?:geparkt|abgelaufen).{0,40}"
    r"|срок (?:регистрации|действия) домена .{0,40}ист[её]к|домен (?:не продл[её]н"
    r"|припаркован).{0,40}"
    r"|(?:该|此)?域名已(?:过期|到期).{0,20}|このドメインの有効期限.{0,40}"
)

PARKED = (
    Signature("sedo", markup=r"sedoParkingUrl|//(?:img|www)\.sedoparking\.com/"
                             r"|sedoparking\.com/frm",
              most=_LITTLE),
    Signature("godaddy", markup=r"img1\.wsimg\.com/parking-lander/|window\.LANDER_SYSTEM\b",
              most=_LITTLE),
    Signature("godaddy", text=r"parked (?:for )?free,? courtesy of godaddy", most=_LITTLE),
    Signature("hugedomains", title=r"is for sale\W+hugedomains"),
    Signature("dan", markup=r"[\"'/.](?:cdn\d?|www)?\.?dan\.com/(?:buy-domain"
                            r"|assets)", most=_LITTLE),
    Signature("afternic", markup=r"[/.]afternic\.com/(?:forsale|domain)", most=_LITTLE),
    Signature("domainmarket", text=rf"{_DOMAIN} is available at domainmarket\.com", most=_LITTLE),
    Signature("bodis", markup=r"parking\.bodiscdn\.com|//www\.bodis\.com/"
                              r"|window\.park\s*=\s*[\"']",
              most=_LITTLE),
    Signature("parkingcrew", markup=r"[/.]parkingcrew\.net/|d38psrni17bvxu\.cloudfront\.net",
              most=_LITTLE),
    Signature("above", markup=r"[/.](?:above|parklogic|skenzo|ztomy|trafficz|domainsponsor|voodoo)"
              r"\.com/(?:\?|marketplace|park|assets|px)", most=_LITTLE),
    Signature("adsense-for-domains", markup=r"google\.com/adsense/domains/caf\.js", most=_LITTLE),
    Signature("adblock-key", markup=r"<html[^>]{0,100} data-adblockkey=[\"']M[FI]", most=_LITTLE),
    Signature("footer", markup=r"FOOTER_DOMAIN_PARKING", most=_LITTLE),
    Signature("for-sale", text=rf"{_DOMAIN} may be for sale\. click here to"
                               rf" inquire", most=_LITTLE),
    Signature("for-sale", says=_FOR_SALE, most=_LITTLE),
    Signature("lapsed", says=_LAPSED, most=_LITTLE),
    Signature("lapsed", text=r"this domain(?: name)? (?:has|is) (?:recently )?expired"
              r"|this (?:domain|web ?page) is parked", most=500),
)  # fmt: skip
"""Parked pages say little: a long page that mentions these services writes about them."""
