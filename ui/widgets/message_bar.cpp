// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "app/base/visible_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr std::chrono::seconds shortStay{6};
constexpr int detailsHeight = 112; // pixels, five lines

struct Look
{
    QString property;
    QString icon;
    Colour colour;
    QString spoken;
};

Look lookOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Info:
        return {u"info"_s, u"info"_s, Colour::Accent, MessageBar::tr("Note")};
    case MessageKind::Success:
        return {u"success"_s, u"check"_s, Colour::Success, MessageBar::tr("Done")};
    case MessageKind::Warning:
        return {u"warning"_s, u"warning"_s, Colour::Warning, MessageBar::tr("Warning")};
    case MessageKind::Error:
        return {u"error"_s, u"error"_s, Colour::Danger, MessageBar::tr("Error")};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

Message Message::fromError(const Error &error)
{
    Message result;
    result.kind = error.kind == ErrorKind::Cancelled ? MessageKind::Info : MessageKind::Error;
    result.text = error.sentence;
    result.nextStep = error.nextStep;
    result.details = error.details();
    return result;
}

class MessageBar::Private final : public QObject
{
public:
    Private(MessageBar &bar, const Theme &theme);

    const Theme &theme;
    QLabel *icon;
    QLabel *text;
    QLabel *nextStep;
    QPushButton *action;
    QPushButton *toggle;
    QToolButton *close;
    QPlainTextEdit *details;
    QTimer timer;
    std::function<void()> handler;
    MessageKind kind = MessageKind::Info;
};

MessageBar::Private::Private(MessageBar &bar, const Theme &ofWindow)
    : QObject(&bar)
    , theme(ofWindow)
    , icon(makeLabel({}, LabelKind::Body, &bar))
    , text(makeParagraph({}, LabelKind::Strong, &bar))
    , nextStep(makeParagraph({}, LabelKind::Body, &bar))
    , action(makeButton({}, ButtonKind::Normal, &bar))
    , toggle(makeButton(MessageBar::tr("Details"), ButtonKind::Quiet, &bar))
    , close(makeIconButton(ofWindow, u"close"_s, MessageBar::tr("Close the message"), &bar))
    , details(new QPlainTextEdit(&bar))
{
    text->setObjectName(u"messageText"_s);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    nextStep->setObjectName(u"messageNextStep"_s);
    nextStep->setTextInteractionFlags(Qt::TextSelectableByMouse);
    action->setObjectName(u"messageAction"_s);
    toggle->setObjectName(u"messageToggle"_s);
    toggle->setCheckable(true);
    close->setObjectName(u"messageClose"_s);
    details->setObjectName(u"messageDetails"_s);
    details->setAccessibleName(MessageBar::tr("Details of the message"));
    details->setReadOnly(true);
    details->setTabChangesFocus(true);
    details->setFixedHeight(detailsHeight);
    timer.setSingleShot(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(text);
    words->addWidget(nextStep);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::space(Space::S));
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addSpacing(Theme::space(Space::Xs));
    row->addLayout(words, 1);
    for (QWidget *each : std::initializer_list<QWidget *>{action, toggle, close})
        row->addWidget(each, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(&bar);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::S), Theme::space(Space::S),
                               Theme::space(Space::S));
    layout->addLayout(row);
    layout->addWidget(details);
}

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"messageBar"_s);
    d = new Private(*this, theme);
    connect(d->close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(d->toggle, &QPushButton::toggled, d->details, &QWidget::setVisible);
    connect(&d->timer, &QTimer::timeout, this, &MessageBar::clear);
    connect(d->action, &QPushButton::clicked, this, [this] {
        // The action may show another message, which replaces the handler.
        const std::function<void()> handler = d->handler;
        clear();
        if (handler)
            handler();
    });
    connect(&theme, &Theme::changed, this, [this] {
        const Look look = lookOf(d->kind);
        d->icon->setPixmap(d->theme.icon(look.icon, look.colour).pixmap(d->theme.size(u"icon"_s)));
    });
    hide();
}

void MessageBar::showMessage(const Message &message)
{
    const Look look = lookOf(message.kind);
    d->kind = message.kind;
    d->handler = message.action;
    setStyleProperty(this, "kind", look.property);
    d->icon->setPixmap(d->theme.icon(look.icon, look.colour).pixmap(d->theme.size(u"icon"_s)));
    d->icon->setAccessibleName(look.spoken);
    const QString text = withVisibleControls(message.text);
    const QString nextStep = withVisibleControls(message.nextStep);
    d->text->setText(text);
    d->nextStep->setText(nextStep);
    d->nextStep->setVisible(!message.nextStep.isEmpty());
    d->action->setText(message.actionText);
    d->action->setVisible(!message.actionText.isEmpty());
    d->toggle->setChecked(false);
    d->toggle->setVisible(!message.details.isEmpty());
    d->details->setPlainText(withVisibleControls(message.details));
    d->details->hide();
    setAccessibleName(u"%1: %2 %3"_s.arg(look.spoken, text, nextStep));
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    if (message.staysOpen)
        d->timer.stop();
    else
        d->timer.start(shortStay);
}

void MessageBar::clear()
{
    d->timer.stop();
    d->handler = {};
    d->details->clear();
    hide();
}

} // namespace acx
