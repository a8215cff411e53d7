// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/screen.h"

#include <QButtonGroup>
#include <QFrame>

namespace acx {

class Theme;

/// The five places at the window's left. Buttons: "railExplorer", "railTokens", "railProfiles", "railHistory",
/// "railSettings".
class Rail final : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);
    /// Welcome belongs to Profiles.
    void setPlace(Place place);

Q_SIGNALS:
    void chosen(acx::Place place);

private:
    QButtonGroup m_group;
};

/// "Explorer", …
[[nodiscard]] QString placeName(Place place);

} // namespace acx
