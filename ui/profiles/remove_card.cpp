// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/remove_card.h"

#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/profiles/profile_service.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

RemoveCard::RemoveCard(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_remove(makeButton(tr("Remove this profile…"), ButtonKind::Danger, this))
    , m_stop(makeButton(tr("Stop waiting"), ButtonKind::Normal, this))
    , m_question(new InlineNotice(services.theme, u"removeNotice"_s, this))
    , m_name(new QLineEdit(m_question))
    , m_stopped(new InlineNotice(services.theme, u"removeStopped"_s, this))
    , m_failure(new InlineNotice(services.theme, u"removeFailure"_s, this))
{
    m_remove->setObjectName(u"removeProfile"_s);
    m_stop->setObjectName(u"removeStop"_s);
    m_stop->setAccessibleName(tr("Stop waiting for the removal"));
    m_stop->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    buttons->addWidget(m_remove);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(makeParagraph(tr("The profile and its secrets are removed from this computer. The key itself "
                                       "stays valid in IBM Cloud until it is deleted there."),
                                    LabelKind::Muted, this));
    layout->addWidget(m_question);
    layout->addWidget(m_stopped);
    layout->addWidget(m_failure);
    layout->addLayout(buttons);
    buildQuestion();
    buildFailure();
    connect(m_remove, &QPushButton::clicked, this, &RemoveCard::ask);
    connect(m_stop, &QPushButton::clicked, this, &RemoveCard::stopWaiting);
}

void RemoveCard::buildQuestion()
{
    m_name->setObjectName(u"removeName"_s);
    m_name->setAccessibleName(tr("Name of the profile to remove"));
    m_question->addContent(m_name);
    m_confirm = m_question->addButton(tr("Remove it"), ButtonKind::Danger, u"removeConfirm"_s);
    QPushButton *keep = m_question->addButton(tr("Keep it"), ButtonKind::Quiet, u"removeKeep"_s);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &typed) { m_confirm->setEnabled(typed == m_profileName); });
    connect(m_name, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, [this] { remove(false); });
    connect(keep, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_remove->show();
    });
}

void RemoveCard::buildFailure()
{
    m_retry = m_failure->addButton({}, ButtonKind::Normal, u"removeRetry"_s);
    m_anyway = m_failure->addButton(tr("Remove the profile anyway"), ButtonKind::Danger, u"removeAnyway"_s);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_services.keychain.allowPrompt();
        remove(false);
    });
    connect(m_anyway, &QPushButton::clicked, this, [this] { remove(true); });
}

void RemoveCard::setProfile(const Profile &profile)
{
    if (profile.id != m_profile) {
        m_question->hide();
        m_stopped->hide();
        m_failure->hide();
        m_remove->show();
        setBusy(m_unanswered.value(profile.id));
    }
    m_profile = profile.id;
    m_profileName = profile.name;
}

void RemoveCard::ask()
{
    m_stopped->hide();
    m_failure->hide();
    m_remove->hide();
    m_name->clear();
    m_confirm->setEnabled(false);
    m_question->tell(MessageKind::Warning, tr("Remove “%1”?").arg(m_profileName),
                     tr("Type the profile's name to confirm."));
    m_name->setFocus();
}

void RemoveCard::remove(bool evenWithoutProof)
{
    m_remove->show();
    setBusy(true);
    m_question->hide();
    m_failure->hide();
    // A removal that has no answer yet is waited for again: a second one would ask the keychain a second time.
    const bool isUnderWay = m_unanswered.contains(m_profile);
    m_unanswered.insert(m_profile, true);
    if (isUnderWay)
        return;
    deliver(m_services.profiles.remove(m_profile, evenWithoutProof), this,
            [this, id = m_profile, name = m_profileName](const Status &status) { takeResult(status, id, name); });
}

/// The window may be in the background, behind the keychain's question: what counts is its own focus.
void RemoveCard::setBusy(bool busy)
{
    const QWidget *focused = window()->focusWidget();
    if (busy) {
        m_stop->show();
        if (isAncestorOf(focused))
            m_stop->setFocus();
    }
    m_remove->setEnabled(!busy);
    m_remove->setText(busy ? tr("Removing…") : tr("Remove this profile…"));
    if (!busy) {
        if (focused == m_stop)
            m_remove->setFocus();
        m_stop->hide();
    }
}

void RemoveCard::stopWaiting()
{
    m_unanswered.insert(m_profile, false);
    setBusy(false);
    m_stopped->tell(MessageKind::Warning, tr("The removal is not confirmed yet"),
                    tr("There is no answer yet, and the key may still be removed. The profile stays in the list until "
                       "then, and you are told. To keep it, close the keychain's password question if it is open."));
}

void RemoveCard::takeResult(const Status &status, const QUuid &id, const QString &name)
{
    const bool isWaitedFor = m_unanswered.take(id);
    if (id == m_profile) {
        m_stopped->hide();
        setBusy(false);
    }
    if (!status) {
        takeFailure(status.error(), id);
        return;
    }
    Message note;
    note.kind = MessageKind::Success;
    note.text = isWaitedFor ? tr("The profile is removed.") : tr("The answer has come: “%1” is removed.").arg(name);
    note.staysOpen = !isWaitedFor;
    Q_EMIT message(note);
}

void RemoveCard::takeFailure(const Error &error, const QUuid &id)
{
    // Not in the middle of a question that has been asked anew.
    if (id != m_profile || !m_question->isHidden()) {
        Q_EMIT message(Message::fromError(error));
        return;
    }
    m_failure->tell(error);
    m_retry->setText(error.kind == ErrorKind::KeychainLocked ? tr("Unlock and try again") : tr("Try again"));
    // Only where nobody can unlock it: otherwise the key would stay behind unseen.
    m_anyway->setVisible(error.kind == ErrorKind::KeychainUnavailable || error.kind == ErrorKind::KeychainFailed ||
                         error.kind == ErrorKind::KeychainTimeout);
}

} // namespace acx
