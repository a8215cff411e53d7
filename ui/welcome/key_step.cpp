// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/key_step.h"

#include "ui/welcome/drop_invitation.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/secret_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int pasteWidth = 460; // pixels

/// A card with a strong line, a muted paragraph below it and a button at its right.
QFrame *makeOffer(const QString &title, const QString &text, QPushButton *button, QWidget *parent)
{
    QFrame *card = makeCard(parent);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(title, LabelKind::Strong, card));
    words->addWidget(makeParagraph(text, LabelKind::Muted, card));
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::M), Theme::space(Space::L),
                               Theme::space(Space::M));
    layout->setSpacing(Theme::space(Space::L));
    layout->addLayout(words, 1);
    layout->addWidget(button);
    return card;
}

} // namespace

KeyStep::KeyStep(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_stop(new InlineNotice(theme, u"stopNotice"_s, this))
    , m_client(new InlineNotice(theme, u"clientNotice"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(m_stop);
    layout->addWidget(m_client);
    layout->addWidget(buildDropInvitation(theme));
    layout->addWidget(buildSandbox());
    layout->addWidget(buildNoKey());

    QPushButton *anyway = m_stop->addButton(tr("Import it anyway"), ButtonKind::Normal, u"importAnyway"_s);
    QPushButton *drop = m_stop->addButton(tr("Do not import"), ButtonKind::Quiet, u"dropImport"_s);
    connect(anyway, &QPushButton::clicked, this, &KeyStep::importAnyway);
    connect(drop, &QPushButton::clicked, this, &KeyStep::reset);
    QPushButton *keep = m_client->addButton(tr("Use them in step 2"), ButtonKind::Normal, u"keepClient"_s);
    QPushButton *leave = m_client->addButton(tr("Leave them"), ButtonKind::Quiet, u"dropClient"_s);
    connect(keep, &QPushButton::clicked, this, &KeyStep::clientTaken);
    connect(leave, &QPushButton::clicked, this, [this] {
        reset();
        Q_EMIT clientLeft();
    });
    showPaste(false);
}

QWidget *KeyStep::buildDropInvitation(const Theme &theme)
{
    auto *area = new DropInvitation(theme, this);
    m_choice = new QWidget(area);
    auto *buttons = new QHBoxLayout(m_choice);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Theme::space(Space::S));
    m_choose = makeButton(tr("Choose file…"), ButtonKind::Primary, m_choice);
    m_choose->setObjectName(u"chooseFile"_s);
    auto *paste = makeButton(tr("Paste a key"), ButtonKind::Normal, m_choice);
    paste->setObjectName(u"pasteKey"_s);
    buttons->addStretch(1);
    buttons->addWidget(m_choose);
    buttons->addWidget(paste);
    buttons->addStretch(1);
    area->addBelow(m_choice);
    area->addBelow(buildPaste());
    connect(m_choose, &QPushButton::clicked, this, &KeyStep::fileWanted);
    connect(paste, &QPushButton::clicked, this, [this] { showPaste(true); });
    return area;
}

QWidget *KeyStep::buildPaste()
{
    m_paste = new QWidget(this);
    m_paste->setMaximumWidth(pasteWidth);
    m_pasted = new SecretField(u"pastedKey"_s, m_paste);
    m_pasted->line()->setAccessibleName(tr("API key"));
    m_pasted->setPlaceholderText(tr("Paste the API key or the text of its file"));
    m_usePasted = makeButton(tr("Use this key"), ButtonKind::Primary, m_paste);
    m_usePasted->setObjectName(u"usePastedKey"_s);
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Normal, m_paste);
    cancel->setObjectName(u"cancelPaste"_s);
    auto *layout = new QVBoxLayout(m_paste);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_pasted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    buttons->addStretch(1);
    buttons->addWidget(m_usePasted);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(m_pasted, &SecretField::changed, this, [this] { m_usePasted->setEnabled(!m_pasted->isEmpty()); });
    connect(m_pasted, &SecretField::submitted, this, &KeyStep::usePasted);
    connect(m_usePasted, &QPushButton::clicked, this, &KeyStep::usePasted);
    connect(cancel, &QPushButton::clicked, this, [this] { showPaste(false); });
    return m_paste;
}

QWidget *KeyStep::buildSandbox()
{
    m_sandbox = makeButton(tr("Try the sandbox"), ButtonKind::Normal, this);
    m_sandbox->setObjectName(u"trySandbox"_s);
    connect(m_sandbox, &QPushButton::clicked, this, &KeyStep::sandboxWanted);
    return makeOffer(tr("No account at hand?"),
                     tr("The built-in sandbox speaks the same protocols, on this computer only."), m_sandbox, this);
}

QWidget *KeyStep::buildNoKey()
{
    auto *open = makeButton(tr("Open IBM Cloud"), ButtonKind::Normal, this);
    open->setObjectName(u"openApiKeysPage"_s);
    open->setToolTip(u"https://cloud.ibm.com/iam/apikeys"_s);
    connect(open, &QPushButton::clicked, this, &KeyStep::apiKeysPageWanted);
    return makeOffer(tr("No key yet?"),
                     tr("In IBM Cloud choose Create, give the key a name, then Download: that is possible only once. "
                        "Its tokens are meant for IBMids and for API Connect's own APIs, not for the APIs that you "
                        "imported or created there."),
                     open, this);
}

void KeyStep::reset()
{
    m_stop->hide();
    m_client->hide();
    showPaste(false);
    setSandboxStarting(false);
}

void KeyStep::askAboutStop(const Error &stop)
{
    m_client->hide();
    m_stop->tell(MessageKind::Warning, stop.sentence, stop.nextStep);
}

void KeyStep::askAboutClient(const QString &clientId, const QString &endpoint)
{
    m_stop->hide();
    const QString what = endpoint.isEmpty()
                             ? tr("It holds the client id “%1” and its secret.").arg(clientId)
                             : tr("It holds the client id “%1” and its secret for %2.").arg(clientId, endpoint);
    m_client->tell(MessageKind::Info, tr("This file holds client credentials, not an API key"),
                   what + u'\n' + tr("They belong to the second step; the API key comes from another file."));
}

void KeyStep::setSandboxStarting(bool starting)
{
    m_sandbox->setEnabled(!starting);
    m_sandbox->setText(starting ? tr("Starting…") : tr("Try the sandbox"));
}

void KeyStep::focusFirst()
{
    m_choose->setFocus();
}

void KeyStep::showPaste(bool shown)
{
    m_pasted->clear();
    m_usePasted->setEnabled(false);
    m_choice->setVisible(!shown);
    m_paste->setVisible(shown);
    if (shown)
        m_pasted->setFocus();
}

void KeyStep::usePasted()
{
    if (m_pasted->isEmpty())
        return;
    const Secret text = m_pasted->secret();
    showPaste(false);
    Q_EMIT keyPasted(text);
}

} // namespace acx
