// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace acx {

/// Light or dark as the desktop portal tells it (org.freedesktop.portal.Settings, namespace org.freedesktop.appearance,
/// key color-scheme: 0 = no preference, 1 = dark, 2 = light). Where Qt has no theme for the desktop, GNOME for one, the
/// palette never says so. Asks without waiting, and goes on listening; without a bus or a portal it stays silent.
class SystemScheme final : public QObject
{
    Q_OBJECT
public:
    explicit SystemScheme(QObject *parent = nullptr);

    /// None: nobody told, or the person has no preference.
    [[nodiscard]] std::optional<bool> isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void take(uint scheme);

    std::optional<bool> m_dark;
};

} // namespace acx
