// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype longestName = 100; // characters

QString entryOf(const QUuid &profile, QLatin1StringView what)
{
    return "profile/"_L1 + profile.toString(QUuid::WithoutBraces) + u'/' + what;
}

/// Line ends and escapes would disturb every list; the invisible marks of writing direction would disguise a name.
bool isUnfit(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
           (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

} // namespace

QString apiKeyEntry(const QUuid &profile)
{
    return entryOf(profile, "api-key"_L1);
}

QString clientSecretEntry(const QUuid &profile)
{
    return entryOf(profile, "client-secret"_L1);
}

Result<QString> readProfileName(const QString &typed)
{
    QString name = typed.trimmed();
    if (name.isEmpty())
        return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "The profile has no name."),
                    QCoreApplication::translate("acx", "Give it one, for example the name of the account."));
    if (name.size() > longestName)
        return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "The name of the profile is too long."),
                    QCoreApplication::translate("acx", "Use at most %1 characters.").arg(longestName));
    if (std::any_of(name.cbegin(), name.cend(), isUnfit) || !name.isValidUtf16())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "The name of the profile holds a control character."),
                    QCoreApplication::translate("acx", "Use letters, digits, blanks and punctuation."));
    return name;
}

} // namespace acx
