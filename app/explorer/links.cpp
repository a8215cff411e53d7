// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/links.h"

#include "app/explorer/link_header.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype longestUrl = 8000; // characters

bool isUnfit(QChar c)
{
    return c.isSpace() || c == u'\\' || c == u'<' || c == u'>' || c == u'"' || c.category() == QChar::Other_Control ||
           c.category() == QChar::Other_Format;
}

bool namesAUrl(const QString &name)
{
    const QString lower = name.toLower();
    for (const QString &whole : {u"url"_s, u"href"_s, u"urls"_s}) {
        if (lower == whole || lower.endsWith(u'_' + whole))
            return true;
    }
    return name.endsWith("Url"_L1) || name.endsWith("Href"_L1);
}

bool hasHttpScheme(const QString &text)
{
    return text.startsWith("http://"_L1, Qt::CaseInsensitive) || text.startsWith("https://"_L1, Qt::CaseInsensitive);
}

/// "name:" before any slash, query or fragment.
bool hasAnyScheme(const QString &text)
{
    const auto isEnd = [](QChar c) { return c == u':' || c == u'/' || c == u'?' || c == u'#'; };
    const auto end = std::find_if(text.cbegin(), text.cend(), isEnd);
    return end != text.cend() && *end == u':';
}

/// Scheme and authority are read strictly: an escape there could name a host that nobody meant.
std::optional<QUrl> readAbsolute(const QString &text)
{
    const qsizetype begin = text.indexOf("://"_L1) + 3;
    const auto isEnd = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const qsizetype end = std::find_if(text.cbegin() + begin, text.cend(), isEnd) - text.cbegin();
    const QString authority = text.mid(begin, end - begin);
    if (authority.contains(u'@') || authority.contains(u'%'))
        return std::nullopt;
    const QUrl strict(text.left(end), QUrl::StrictMode);
    QUrl whole(text);
    if (!strict.isValid() || strict.host().isEmpty() || strict.port() == 0 || !whole.isValid() ||
        Origin::of(strict) != Origin::of(whole))
        return std::nullopt;
    return whole;
}

bool looksRelative(const QString &text)
{
    return text.startsWith(u'/') || text.startsWith(u'?') || text.startsWith("./"_L1) || text.startsWith("../"_L1) ||
           text.contains(u'/');
}

std::optional<QUrl> resolved(const QString &text, const QUrl &base)
{
    if (text.startsWith("//"_L1))
        return readAbsolute(base.scheme() + u':' + text);
    const QUrl reference(text);
    if (!reference.isValid() || !reference.isRelative() || base.host().isEmpty())
        return std::nullopt;
    return base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment).resolved(reference);
}

} // namespace

std::optional<QUrl> linkTarget(const QString &memberName, const QString &value, const QUrl &answerUrl)
{
    if (value.isEmpty() || value.size() > longestUrl || std::any_of(value.cbegin(), value.cend(), isUnfit))
        return std::nullopt;
    if (hasHttpScheme(value))
        return readAbsolute(value);
    if (!namesAUrl(memberName) || hasAnyScheme(value) || !looksRelative(value))
        return std::nullopt;
    return resolved(value, answerUrl);
}

QList<HeaderLink> headerLinks(const HttpHeaders &headers, const QUrl &answerUrl)
{
    QList<HeaderLink> links;
    for (const HttpHeader &header : headers) {
        const bool isLink = header.name.compare("Link", Qt::CaseInsensitive) == 0;
        const bool isPlace = header.name.compare("Location", Qt::CaseInsensitive) == 0 ||
                             header.name.compare("Content-Location", Qt::CaseInsensitive) == 0;
        QList<LinkValue> values = isLink ? readLinkHeader(header.value) : QList<LinkValue>();
        if (isPlace)
            values.append({QString::fromUtf8(header.value.trimmed()), u"location"_s, {}});
        for (const LinkValue &value : std::as_const(values)) {
            if (const auto url = linkTarget(u"href"_s, value.target, answerUrl))
                links.append({*url, value.relation, value.title});
        }
    }
    return links;
}

bool isOnProfile(const QUrl &url, const Endpoints &endpoints)
{
    if (!url.userInfo().isEmpty() || url.host().isEmpty())
        return false;
    const Origin origin = Origin::of(url);
    const QList<QUrl> bases{endpoints.api, endpoints.login, endpoints.iam, endpoints.platform};
    return std::any_of(bases.cbegin(), bases.cend(),
                       [&origin](const QUrl &base) { return !base.host().isEmpty() && Origin::of(base) == origin; });
}

QByteArray targetBelow(const QUrl &base, const QUrl &url)
{
    if (base.host().isEmpty() || Origin::of(base) != Origin::of(url))
        return {};
    QByteArray basePath = base.path(QUrl::FullyEncoded).toLatin1();
    while (basePath.endsWith('/'))
        basePath.chop(1);
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        path = "/";
    if (!path.startsWith(basePath + '/'))
        return {};
    path.remove(0, basePath.size());
    return url.hasQuery() ? path + '?' + url.query(QUrl::FullyEncoded).toLatin1() : path;
}

} // namespace acx
