"""Every page is judged by axe against WCAG 2.2 AA. Contrast, two thirds of the time, is judged once for each look.

Whether letters can be read depends on their colour, size and weight and on what lies behind them. Where a page of this
address was judged whole on this screen, and every look on it now has been judged somewhere, only the other rules run.
"""

from axe_playwright_python.base import AXE_SCRIPT
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

#: What the law and we ask of a page: WCAG 2.2, levels A and AA.
WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
WITHOUT_CONTRAST = {"color-contrast": {"enabled": False}}
#: The looks of all letters on a page: colour, size, weight, and each ground behind them with how far one sees through.
LOOKS = """() => {
    const ground = new Map([[null, '']]), looks = new Set();
    const behind = one => {
        if (!ground.has(one)) {
            const s = getComputedStyle(one);
            const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.position, s.filter].join(' ');
            ground.set(one, own + '|' + behind(one.parentElement));
        }
        return ground.get(one);
    };
    for (const one of document.body.querySelectorAll('*')) {
        const speaks = [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if ((speaks || one.matches('input, select, textarea, button')) && one.checkVisibility()) {
            const s = getComputedStyle(one);
            const own = [s.color, s.fontSize, s.fontWeight, s.textShadow, one.disabled].join(' ');
            looks.add(own + '|' + behind(one));
        }
    }
    return [...looks];
}"""
_judged: set[tuple[object, ...]] = set()  # looks, and addresses with their screens


def complaints(page: Page, screen: tuple[int, int]) -> list[str]:
    """What is wrong with this page: the rule, what it asks, and where."""
    scheme = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    known = {("look", scheme, look) for look in page.evaluate(LOOKS)} | {("page", scheme, screen, _name(page))}
    is_new = not known <= _judged
    page.evaluate(AXE_SCRIPT)
    options = {"runOnly": WCAG, "resultTypes": ["violations"], "rules": {} if is_new else WITHOUT_CONTRAST}
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", options)
    if not found:
        _judged.update(known)
    return [f"{one['id']}: {one['help']} {[node['html'] for node in one['nodes']]}" for one in found]


def _name(page: Page) -> str:
    path = page.evaluate("location.pathname")
    try:
        return str(resolve(path).view_name)
    except Resolver404:
        return str(path)
