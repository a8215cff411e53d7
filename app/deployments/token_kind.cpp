// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/token_kind.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

QString toText(TokenKind kind)
{
    switch (kind) {
    case TokenKind::ApiConnect:
        return u"apiconnect"_s;
    case TokenKind::Iam:
        return u"iam"_s;
    case TokenKind::Platform:
        return u"platform"_s;
    }
    return {};
}

std::optional<TokenKind> tokenKindFromText(QStringView text)
{
    for (TokenKind kind : {TokenKind::ApiConnect, TokenKind::Iam, TokenKind::Platform}) {
        if (text.compare(toText(kind), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

QString displayName(TokenKind kind)
{
    switch (kind) {
    case TokenKind::ApiConnect:
        return QCoreApplication::translate("acx", "API Connect token");
    case TokenKind::Iam:
        return QCoreApplication::translate("acx", "IAM access token");
    case TokenKind::Platform:
        return QCoreApplication::translate("acx", "Platform API token");
    }
    return {};
}

} // namespace acx
