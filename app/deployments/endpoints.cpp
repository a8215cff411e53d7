// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/endpoints.h"

#include "app/http/http_message.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> refused(const QString &sentence)
{
    return fail(ErrorKind::InvalidInput, sentence,
                QCoreApplication::translate("acx", "Give a host or a base URL such as https://host.example.com/path."));
}

bool isUnfit(QChar c)
{
    return c.isSpace() || c == u'\\' || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

/// "name:" at the start, unless a port follows.
bool hasScheme(const QString &text)
{
    static const QRegularExpression scheme(u"^[a-z][a-z0-9+.-]*:(?!\\d+(?:[/?#]|$))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(text).hasMatch();
}

QStringList tailsOf(EndpointRole role)
{
    switch (role) {
    case EndpointRole::Api:
        return {u"/v1"_s, u"/api"_s};
    case EndpointRole::Login:
        return {u"/apikey"_s};
    case EndpointRole::Iam:
        return {u"/identity/token"_s};
    case EndpointRole::Platform:
        return {u"/api/token"_s, u"/api"_s};
    }
    return {};
}

QString withoutFinalSlashes(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

QString basePath(const QUrl &url, EndpointRole role)
{
    QString path = withoutFinalSlashes(url.path(QUrl::FullyEncoded));
    for (const QString &tail : tailsOf(role)) {
        if (path.endsWith(tail)) {
            path.chop(tail.size());
            return withoutFinalSlashes(path);
        }
    }
    return path;
}

Status checkParts(const QUrl &url, const QString &text)
{
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        return refused(QCoreApplication::translate("acx", "This is not a host or URL."));
    if (url.authority(QUrl::FullyEncoded).contains(u'@'))
        return refused(QCoreApplication::translate("acx", "The URL holds a user name or password."));
    if (url.hasQuery() || url.hasFragment())
        return refused(QCoreApplication::translate("acx", "A base URL has no query (?) and no fragment (#)."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return refused(QCoreApplication::translate("acx", "Only https URLs can be used."));
    if (url.scheme() == "http"_L1 && !isLoopbackHost(url.host()))
        return refused(QCoreApplication::translate(
            "acx", "Without https anyone on the way could read the key. Plain http is only for this computer."));
    const QStringList segments = text.section(u"//"_s, 1).split(u'/');
    if (segments.contains("."_L1) || segments.contains(".."_L1))
        return refused(QCoreApplication::translate("acx", "The path of the URL holds . or .. segments."));
    return {};
}

} // namespace

QUrl Endpoints::tokenBase(TokenKind kind) const
{
    switch (kind) {
    case TokenKind::ApiConnect:
        return login;
    case TokenKind::Iam:
        return iam;
    case TokenKind::Platform:
        return platform;
    }
    return {};
}

Result<QUrl> readBaseUrl(const QString &typed, EndpointRole role)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return refused(QCoreApplication::translate("acx", "There is no host or URL."));
    if (std::any_of(text.cbegin(), text.cend(), isUnfit))
        return refused(
            QCoreApplication::translate("acx", "The URL holds a blank, a backslash or an invisible character."));
    if (!hasScheme(text))
        text.prepend("https://"_L1);
    else if (!text.contains("://"_L1))
        return refused(QCoreApplication::translate("acx", "Only https URLs can be used."));

    QUrl url(text, QUrl::StrictMode);
    if (Status checked = checkParts(url, text); !checked)
        return fail(checked.error());
    if (url.port() == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    url.setPath(basePath(url, role), QUrl::StrictMode);
    return url;
}

} // namespace acx
