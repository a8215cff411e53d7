// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

std::optional<Profile> ProfileService::findByName(const QString &name) const
{
    for (const Profile &profile : m_profiles) {
        if (profile.name == name)
            return profile;
    }
    for (const Profile &profile : m_profiles) {
        if (profile.name.compare(name, Qt::CaseInsensitive) == 0)
            return profile;
    }
    constexpr qsizetype shortestId = 8; // characters: fewer could name a profile by accident
    if (name.size() < shortestId)
        return std::nullopt;
    QList<Profile> matches;
    for (const Profile &profile : m_profiles) {
        if (profile.id.toString(QUuid::WithoutBraces).startsWith(name, Qt::CaseInsensitive))
            matches.append(profile);
    }
    return matches.size() == 1 ? std::optional(matches.constFirst()) : std::nullopt;
}

QString uniqueProfileName(const QString &wanted, const QList<Profile> &profiles)
{
    const auto isTaken = [&profiles](const QString &name) {
        return std::any_of(profiles.cbegin(), profiles.cend(), [&name](const Profile &profile) {
            return profile.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    QString name = wanted;
    for (int i = 2; isTaken(name); ++i)
        name = u"%1 %2"_s.arg(wanted).arg(i);
    return name;
}

QString nextProfileColour(const QList<Profile> &profiles)
{
    // Eight hues that differ in lightness too; each stands out by 3:1 from light and from dark windows.
    static const QStringList colours = {u"#3b6fe0"_s, u"#1f8a5b"_s, u"#b3561d"_s, u"#8a4fd3"_s,
                                        u"#c23b6b"_s, u"#0f8289"_s, u"#8c7300"_s, u"#6b7280"_s};
    const auto uses = [&profiles](const QString &colour) {
        return std::count_if(profiles.cbegin(), profiles.cend(), [&colour](const Profile &profile) {
            return profile.colour.compare(colour, Qt::CaseInsensitive) == 0;
        });
    };
    return *std::min_element(colours.cbegin(), colours.cend(),
                             [&uses](const QString &a, const QString &b) { return uses(a) < uses(b); });
}

} // namespace acx
