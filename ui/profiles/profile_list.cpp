// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profile_list.h"

#include "app/base/visible_text.h"
#include "ui/profiles/profile_text.h"
#include "ui/session.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int dotSize = 10; // pixels
enum Role { IdRole = Qt::UserRole, ColourRole, PlaceRole, KeyRole, MarkRole };

class ProfileDelegate final : public QStyledItemDelegate
{
public:
    ProfileDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const int small = QFontMetrics(m_theme.font(FontRole::Small)).height();
        const int strong = QFontMetrics(m_theme.font(FontRole::Strong)).height();
        return {0, 2 * Theme::space(Space::M) + strong + 2 * small + Theme::space(Space::Xs)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintBackground(*painter, option);
        const int pad = Theme::space(Space::M);
        QRect inner = option.rect.adjusted(pad, pad, -pad, -pad);
        const QFontMetrics strong(m_theme.font(FontRole::Strong));
        painter->setPen(Qt::NoPen);
        painter->setBrush(QColor(index.data(ColourRole).toString()));
        painter->drawEllipse(inner.left(), inner.top() + (strong.height() - dotSize) / 2, dotSize, dotSize);
        inner.adjust(dotSize + Theme::space(Space::S), 0, 0, 0);
        inner = paintMark(*painter, inner, strong.height(), index.data(MarkRole).toString());
        int top = inner.top();
        top = paintLine(*painter, inner, top, FontRole::Strong, Colour::Text, index.data(Qt::DisplayRole).toString());
        top += Theme::space(Space::Xs);
        inner.setRight(option.rect.right() - pad);
        top = paintLine(*painter, inner, top, FontRole::Small, Colour::TextMuted, index.data(PlaceRole).toString());
        paintLine(*painter, inner, top, FontRole::Small, Colour::TextMuted, index.data(KeyRole).toString());
        painter->restore();
    }

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
    {
        const bool selected = option.state & QStyle::State_Selected;
        if (!selected && !(option.state & QStyle::State_MouseOver))
            return;
        const bool ring = selected && (option.state & QStyle::State_HasFocus);
        painter.setPen(ring ? QPen(m_theme.colour(Colour::Accent), 1) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.colour(selected ? Colour::AccentSoft : Colour::SurfaceAlt));
        const int radius = m_theme.radius(u"control"_s);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

    /// The mark at the right of the first line; returns what is left of the room.
    QRect paintMark(QPainter &painter, QRect room, int height, const QString &mark) const
    {
        if (mark.isEmpty())
            return room;
        const QFont font = m_theme.font(FontRole::Small);
        const int width = QFontMetrics(font).horizontalAdvance(mark);
        painter.setFont(font);
        painter.setPen(m_theme.colour(Colour::Accent));
        painter.drawText(QRect(room.right() - width, room.top(), width + 1, height), Qt::AlignVCenter, mark);
        room.adjust(0, 0, -width - Theme::space(Space::S), 0);
        return room;
    }

    int paintLine(QPainter &painter, const QRect &room, int top, FontRole role, Colour colour,
                  const QString &text) const
    {
        const QFont font = m_theme.font(role);
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(m_theme.colour(colour));
        painter.drawText(QRect(room.left(), top, room.width(), metrics.height()), Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, room.width()));
        return top + metrics.height();
    }

    const Theme &m_theme;
};

} // namespace

ProfileList::ProfileList(const Theme &theme, const Session &session, QWidget *parent)
    : QListWidget(parent)
    , m_session(session)
{
    setObjectName(u"profileList"_s);
    setAccessibleName(tr("Profiles"));
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(u"QListWidget { border: none; background: transparent; }"_s);
    setItemDelegate(new ProfileDelegate(theme, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSpacing(2);
    connect(&theme, &Theme::changed, viewport(), QOverload<>::of(&QWidget::update));
}

void ProfileList::setProfiles(const QList<Profile> &profiles, const QUuid &inUse)
{
    const QUuid before = selected();
    const QSignalBlocker quiet(this);
    clear();
    for (const Profile &profile : profiles) {
        QStringList marks;
        if (profile.sessionOnly)
            marks += tr("this session only");
        if (profile.id == inUse)
            marks += tr("in use");
        auto *item = new QListWidgetItem(withVisibleControls(profile.name), this);
        item->setData(IdRole, profile.id);
        item->setData(ColourRole, profile.colour);
        item->setData(PlaceRole, withVisibleControls(m_session.placeText(profile)));
        item->setData(KeyRole, withVisibleControls(keyText(profile)));
        item->setData(MarkRole, marks.join(u", "_s));
        item->setData(Qt::AccessibleTextRole, withVisibleControls(u"%1, %2, %3"_s.arg(
                                                  profile.name, m_session.placeText(profile), marks.join(u", "_s))));
        if (profile.id == before)
            setCurrentItem(item);
    }
}

void ProfileList::select(const QUuid &id)
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(IdRole).toUuid() == id)
            setCurrentRow(i);
    }
}

QUuid ProfileList::selected() const
{
    return currentItem() ? currentItem()->data(IdRole).toUuid() : QUuid();
}

} // namespace acx
