// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile.h"

#include <QListWidget>

namespace acx {

class Session;
class Theme;

/// All profiles, a row each with coloured dot, name, place and key. The one in use and those of this session are marked
/// in words. Object name "profileList".
class ProfileList final : public QListWidget
{
    Q_OBJECT
public:
    ProfileList(const Theme &theme, const Session &session, QWidget *parent = nullptr);

    /// Keeps the selection.
    void setProfiles(const QList<Profile> &profiles, const QUuid &inUse);
    void select(const QUuid &id);
    [[nodiscard]] QUuid selected() const;

private:
    const Session &m_session;
};

} // namespace acx
