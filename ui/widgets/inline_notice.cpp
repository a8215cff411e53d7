// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_notice.h"

#include "app/base/visible_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

std::pair<Colour, Colour> coloursOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Success:
        return {Colour::SuccessSoft, Colour::Success};
    case MessageKind::Warning:
        return {Colour::WarningSoft, Colour::Warning};
    case MessageKind::Error:
        return {Colour::DangerSoft, Colour::Danger};
    case MessageKind::Info:
        break;
    }
    return {Colour::AccentSoft, Colour::Accent};
}

/// A zero width space stays: definition_text.h puts it where a long word may be broken.
QString visible(const QString &text)
{
    constexpr QChar breakHere(0x200B);
    QStringList words = text.split(breakHere);
    for (QString &word : words)
        word = withVisibleControls(word);
    return words.join(breakHere);
}

} // namespace

InlineNotice::InlineNotice(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeParagraph({}, LabelKind::Strong, this))
    , m_text(makeParagraph({}, LabelKind::Body, this))
    , m_more(makeButton(tr("Details"), ButtonKind::Quiet, this))
    , m_details(makeParagraph({}, LabelKind::Mono, this))
    , m_content(new QVBoxLayout)
    , m_row(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_row))
{
    setObjectName(name);
    m_title->setObjectName(name + "Title"_L1);
    m_text->setObjectName(name + "Text"_L1);
    m_details->setObjectName(name + "DetailsText"_L1);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_more->setObjectName(name + "Details"_L1);
    m_more->setCheckable(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::M), Theme::space(Space::L),
                               Theme::space(Space::M));
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    m_content->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_content);
    layout->addWidget(m_details);
    m_buttons->setContentsMargins(0, Theme::space(Space::S), 0, 0);
    m_buttons->setSpacing(Theme::space(Space::S));
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_more);
    layout->addWidget(m_row);

    m_details->hide();
    m_more->hide();
    connect(m_more, &QPushButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        takeItsHeight();
    });
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    hide();
}

void InlineNotice::tell(MessageKind kind, const QString &title, const QString &text, const QString &details)
{
    m_kind = kind;
    const QString shownTitle = visible(title);
    const QString shownText = visible(text);
    m_title->setText(shownTitle);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(shownText);
    m_text->setVisible(!text.isEmpty());
    m_details->setText(visible(details));
    m_more->setChecked(false);
    m_more->setVisible(!details.isEmpty());
    m_row->setVisible(!details.isEmpty() || m_buttons->count() > 2);
    setAccessibleName(shownTitle);
    setAccessibleDescription(shownText);
    update();
    show();
    takeItsHeight();
}

void InlineNotice::tell(const Error &error)
{
    tell(MessageKind::Error, error.sentence, error.nextStep, error.details());
}

QPushButton *InlineNotice::addButton(const QString &text, ButtonKind kind, const QString &name)
{
    QPushButton *button = makeButton(text, kind, m_row);
    button->setObjectName(name);
    m_buttons->insertWidget(m_buttons->count() - 2, button);
    return button;
}

void InlineNotice::stackButtons()
{
    m_buttons->setDirection(QBoxLayout::TopToBottom);
}

void InlineNotice::hideTo(QWidget &next)
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus))
        next.setFocus();
    hide();
}

QString InlineNotice::title() const
{
    return m_title->text();
}

QString InlineNotice::text() const
{
    return m_text->text();
}

void InlineNotice::addContent(QWidget *widget)
{
    m_content->addWidget(widget);
}

void InlineNotice::takeItsHeight()
{
    // Where there is little room, a column would rather cut wrapped lines than its list.
    setMinimumHeight(std::max(0, layout()->totalHeightForWidth(width())));
}

void InlineNotice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    takeItsHeight();
}

void InlineNotice::paintEvent(QPaintEvent *)
{
    const auto [soft, strong] = coloursOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = m_theme.radius(u"control"_s);
    painter.setPen(m_theme.colour(strong));
    painter.setBrush(m_theme.colour(soft));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace acx
