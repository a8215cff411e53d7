// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/lock_page.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"
#include "ui/widgets/secret_clipboard.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int columnWidth = 440; // pixels
constexpr int iconSize = 32;

QString reasonText(LockReason reason)
{
    switch (reason) {
    case LockReason::Request:
        return LockPage::tr("You locked the program.");
    case LockReason::Idle:
        return LockPage::tr("The program was not used for a while, so it locked itself.");
    case LockReason::Screen:
        return LockPage::tr("The screen was locked, and the program with it.");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

LockPage::LockPage(const Theme &theme, const SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
    , m_icon(new QLabel)
    , m_reason(makeParagraph({}, LabelKind::Body))
    , m_meaning(makeParagraph({}, LabelKind::Muted))
    , m_unlock(makeButton(tr("Unlock"), ButtonKind::Primary))
{
    setObjectName(u"lockPage"_s);
    setProperty("page", true);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Locked"));
    QFrame *card = makeCard();
    QLabel *title = makeLabel(tr("Locked"), LabelKind::Title, card);
    title->setObjectName(u"lockTitle"_s);
    m_reason->setObjectName(u"lockReason"_s);
    m_meaning->setObjectName(u"lockMeaning"_s);
    m_unlock->setObjectName(u"unlock"_s);
    m_unlock->setAutoDefault(true); // Enter, too
    auto *layout = new QVBoxLayout(card);
    const int margin = Theme::space(Space::Xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_icon);
    layout->addWidget(title);
    layout->addWidget(m_reason);
    layout->addWidget(m_meaning);
    layout->addSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_unlock, 0, Qt::AlignLeft);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(makePage(card, columnWidth, PageAlignment::Middle, this));
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlockWanted);
    connect(&theme, &Theme::changed, this, &LockPage::showIcon);
    connect(&clipboard, &SecretClipboard::changed, this, &LockPage::tellMeaning);
    showIcon();
    tellMeaning();
}

void LockPage::tellMeaning()
{
    m_meaning->setText(
        m_clipboard.couldNotClear()
            ? tr("Tokens were forgotten and what was shown is covered. A copied secret could not be cleared from the "
                 "clipboard: click into this window, or copy something else. Unlocking asks for no password and "
                 "fetches a new token, unless the key may be used only once. Your API key stays where it is: the "
                 "keychain has a lock of its own; a key for this session only stays in memory. What keeps others out "
                 "is the lock of your screen.")
            : tr("Tokens were forgotten, a copied secret was taken off the clipboard, and what was shown is covered. "
                 "Unlocking asks for no password and fetches a new token, unless the key may be used only once. Your "
                 "API key stays where it is: the keychain has a lock of its own; a key for this session only stays in "
                 "memory. What keeps others out is the lock of your screen."));
}

void LockPage::showIcon()
{
    m_icon->setPixmap(m_theme.icon(u"lock"_s, Colour::Accent).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

void LockPage::tell(LockReason reason)
{
    m_reason->setText(reasonText(reason));
    setAccessibleDescription(m_reason->text());
    m_unlock->setFocus(Qt::OtherFocusReason);
}

} // namespace acx
