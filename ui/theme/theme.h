// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace acx {

/// Names of the colours in resources/theme.json.
enum class Colour {
    Window,
    Surface,
    SurfaceAlt,
    Border,
    BorderStrong,
    Text,
    TextMuted,
    Accent,
    AccentText,
    AccentSoft,
    Success,
    SuccessSoft,
    Warning,
    WarningSoft,
    Danger,
    DangerSoft,
    Get,
    Post,
    Put,
    Patch,
    Delete
};
enum class FontRole { Title, Heading, Body, Strong, Small, Mono, MonoSmall };
/// Steps of the 8-pixel grid: 4, 8, 12, 16, 24, 32 pixels.
enum class Space { Xs, S, M, L, Xl, Xxl };
enum class ThemeMode { System, Light, Dark };

/// All colours, gaps, radii, fonts and icons of the window, from resources/theme.json. Applies palette and style sheet
/// to the application. Widgets look their values up here when they paint and repaint on changed(). Follows the system's
/// light or dark as long as the mode is System.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);
    ~Theme() override;

    void setMode(ThemeMode mode);
    [[nodiscard]] ThemeMode mode() const;
    [[nodiscard]] bool isDark() const;
    /// What the system says beside its palette (SystemScheme); none = the palette decides.
    void setSystemDark(std::optional<bool> dark);

    [[nodiscard]] QColor colour(Colour colour) const;
    /// Under what floats above the window.
    [[nodiscard]] static QColor shadow();
    [[nodiscard]] QFont font(FontRole role) const;
    /// Pixels.
    [[nodiscard]] static int space(Space step);
    [[nodiscard]] int size(const QString &name) const;   ///< "topBar", "rail", "control", "row", "icon"
    [[nodiscard]] int radius(const QString &name) const; ///< "control", "card"
    /// An outline icon of resources/icons/<name>.svg in a theme colour (sharp at any scale).
    [[nodiscard]] QIcon icon(const QString &name, Colour colour = Colour::TextMuted) const;
    /// The colour of a method badge.
    [[nodiscard]] QColor methodColour(const QString &method) const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
