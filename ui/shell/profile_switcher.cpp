// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profile_switcher.h"

#include "app/base/visible_text.h"
#include "app/profiles/profile_service.h"
#include "ui/lock/app_lock.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tool_tip.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int dotSize = 10; // pixels
constexpr int padding = 11;
constexpr int arrow = 24;

QIcon dotIcon(const QColor &colour, qreal scale)
{
    QPixmap pixmap(QSize(18, 18) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(4, 4, dotSize, dotSize));
    return QIcon(pixmap);
}

/// A profile's name is any text; in a menu an ampersand would be swallowed.
QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

ProfileSwitcher::ProfileSwitcher(const AppServices &services, QWidget *parent)
    : QAbstractButton(parent)
    , m_services(services)
    , m_menu(this)
{
    setObjectName(u"profileSwitcher"_s);
    m_menu.setObjectName(u"profileMenu"_s);
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &ProfileSwitcher::openMenu);
    connect(&services.session, &Session::profileChanged, this, &ProfileSwitcher::refresh);
    connect(&services.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

QSize ProfileSwitcher::sizeHint() const
{
    return {270, m_services.theme.size(u"control"_s)};
}

void ProfileSwitcher::refresh()
{
    const std::optional<Profile> profile = m_services.session.profile();
    setAccessibleName(profile
                          ? withVisibleControls(tr("Profile %1, %2").arg(profile->name, m_services.session.placeText()))
                          : tr("No profile yet"));
    setToolTip(profile ? plainToolTip(u"%1\n%2"_s.arg(profile->name, m_services.session.placeText())) : QString());
    update();
}

void ProfileSwitcher::fillMenu()
{
    m_menu.clear();
    m_menu.setMinimumWidth(width());
    const std::optional<Profile> current = m_services.session.profile();
    auto *group = new QActionGroup(&m_menu);
    const QList<Profile> profiles = m_services.profiles.profiles();
    for (const Profile &profile : profiles) {
        QAction *action =
            m_menu.addAction(dotIcon(QColor(profile.colour), devicePixelRatioF()),
                             u"%1\t%2"_s.arg(menuText(withVisibleControls(profile.name)),
                                             menuText(withVisibleControls(m_services.session.placeText(profile)))));
        action->setObjectName(profile.id.toString(QUuid::WithoutBraces));
        action->setCheckable(true);
        action->setChecked(current && current->id == profile.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = profile.id] { m_services.session.select(id); });
    }
    if (!profiles.isEmpty())
        m_menu.addSeparator();
    const Theme &theme = m_services.theme;
    QAction *add = m_menu.addAction(theme.icon(u"plus"_s), tr("Add a profile…"), this, &ProfileSwitcher::addWanted);
    add->setObjectName(u"addProfile"_s);
    if (!profiles.isEmpty()) {
        QAction *manage =
            m_menu.addAction(theme.icon(u"profiles"_s), tr("Manage profiles"), this, &ProfileSwitcher::manageWanted);
        manage->setObjectName(u"manageProfiles"_s);
    }
    m_menu.addSeparator();
    QAction *lock = m_menu.addAction(theme.icon(u"lock"_s),
                                     u"%1\t%2"_s.arg(tr("Lock now"), lockKeys().toString(QKeySequence::NativeText)),
                                     this, &ProfileSwitcher::lockWanted);
    lock->setObjectName(u"lockNow"_s);
}

void ProfileSwitcher::openMenu()
{
    fillMenu();
    m_menu.popup(mapToGlobal(QPoint(0, height() + 4)));
}

void ProfileSwitcher::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down) {
        openMenu();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ProfileSwitcher::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = m_services.theme;
    const std::optional<Profile> profile = m_services.session.profile();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(hasFocus() ? Colour::Accent : Colour::Border), 1));
    painter.setBrush(theme.colour(underMouse() ? Colour::SurfaceAlt : Colour::Surface));
    const int radius = theme.radius(u"control"_s);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    painter.setPen(Qt::NoPen);
    painter.setBrush(profile ? QColor(profile->colour) : theme.colour(Colour::BorderStrong));
    painter.drawEllipse(QRectF(padding, (height() - dotSize) / 2.0, dotSize, dotSize));

    const QFont strong = theme.font(FontRole::Strong);
    const QFont small = theme.font(FontRole::Small);
    const int left = padding + dotSize + Theme::space(Space::S);
    const int room = width() - left - arrow - Theme::space(Space::Xs);
    const QString place = profile ? withVisibleControls(m_services.session.placeText()) : QString();
    const QString whole = profile ? withVisibleControls(profile->name) : tr("No profile yet");
    // A short name leaves its room to the place; a long one takes half at least.
    const int nameWidth = QFontMetrics(strong).horizontalAdvance(profile ? whole : QString());
    const int placeRoom = qMax(room / 2, room - nameWidth - Theme::space(Space::S));
    const int placeWidth = qMin(QFontMetrics(small).horizontalAdvance(place) + 1, placeRoom);
    const int nameRoom = room - (placeWidth > 0 ? placeWidth + Theme::space(Space::S) : 0);
    painter.setFont(strong);
    painter.setPen(theme.colour(Colour::Text));
    const QString name = QFontMetrics(strong).elidedText(whole, Qt::ElideRight, nameRoom);
    painter.drawText(QRect(left, 0, nameRoom, height()), Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.setFont(small);
    painter.setPen(theme.colour(Colour::TextMuted));
    painter.drawText(QRect(width() - arrow - Theme::space(Space::Xs) - placeWidth, 0, placeWidth, height()),
                     Qt::AlignVCenter | Qt::AlignRight,
                     QFontMetrics(small).elidedText(place, Qt::ElideMiddle, placeWidth));
    theme.icon(u"chevron-down"_s).paint(&painter, QRect(width() - arrow, (height() - 18) / 2, 18, 18));
}

} // namespace acx
