// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int widestSearch = 340; // pixels
constexpr int narrowest = 180;

/// Looks like a search field; the typing happens in the command palette that it opens.
class SearchButton final : public QAbstractButton
{
public:
    SearchButton(const Theme &theme, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setObjectName(u"paletteButton"_s);
        setText(TopBar::tr("Search operations, actions, history"));
        setAccessibleName(TopBar::tr("Search operations, actions, history, Ctrl+K"));
        setFixedHeight(theme.size(u"control"_s));
        setMinimumWidth(narrowest);
        setMaximumWidth(widestSearch);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::IBeamCursor);
    }
    [[nodiscard]] QSize sizeHint() const override { return {widestSearch, m_theme.size(u"control"_s)}; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int radius = m_theme.radius(u"control"_s);
        painter.setPen(hasFocus() ? QPen(m_theme.colour(Colour::Accent), 1) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.colour(Colour::SurfaceAlt));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        m_theme.icon(u"search"_s).paint(&painter, QRect(11, (height() - 18) / 2, 18, 18));

        const QFont mono = m_theme.font(FontRole::MonoSmall);
        const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
        const int keyWidth = QFontMetrics(mono).horizontalAdvance(keys) + 12;
        const QRectF key(width() - keyWidth - 11.5, (height() - 18) / 2.0 + 0.5, keyWidth, 17);
        painter.setPen(QPen(m_theme.colour(Colour::Border), 1));
        painter.drawRoundedRect(key, 4, 4);
        painter.setPen(m_theme.colour(Colour::TextMuted));
        painter.setFont(mono);
        painter.drawText(key, Qt::AlignCenter, keys);

        const QFont body = m_theme.font(FontRole::Body);
        const QRect room(37, 0, static_cast<int>(key.left()) - 45, height());
        painter.setFont(body);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(body).elidedText(text(), Qt::ElideRight, room.width()));
    }

private:
    const Theme &m_theme;
};

} // namespace

TopBar::TopBar(const AppServices &services, TokenCopier &copier, QWidget *parent)
    : QFrame(parent)
    , m_switcher(new ProfileSwitcher(services, this))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(services.theme.size(u"topBar"_s));
    auto *pill = new TokenPill(services, copier, this);
    auto *search = new SearchButton(services.theme, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), 0, Theme::space(Space::L), 1);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_switcher);
    layout->addWidget(pill);
    layout->addStretch(1);
    layout->addWidget(search, 1000);
    connect(search, &QAbstractButton::clicked, this, &TopBar::paletteWanted);
    connect(&services.theme, &Theme::changed, search, qOverload<>(&QWidget::update));
}

} // namespace acx
