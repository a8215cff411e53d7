// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/key_card.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/profiles/profile_service.h"
#include "ui/file_chooser.h"
#include "ui/profiles/profile_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/secret_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Not when the profile has gone with its key, when nobody knows yet, or when the keychain holds something else.
bool isOldKept(const Error &error)
{
    return error.kind != ErrorKind::NotFound && error.kind != ErrorKind::Cancelled &&
           error.kind != ErrorKind::KeychainTimeout && error.kind != ErrorKind::KeychainMismatch;
}

} // namespace

KeyCard::KeyCard(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_facts(makeParagraph({}, LabelKind::Muted, this))
    , m_choice(new QWidget(this))
    , m_byFile(makeButton(tr("Replace it with a file…"), ButtonKind::Normal, m_choice))
    , m_byPaste(makeButton(tr("Paste another key"), ButtonKind::Normal, m_choice))
    , m_stop(makeButton(tr("Stop waiting"), ButtonKind::Normal, m_choice))
    , m_paste(new QWidget(this))
    , m_newKey(new SecretField(u"newKey"_s, m_paste))
    , m_use(makeButton(tr("Use this key"), ButtonKind::Primary, m_paste))
    , m_notice(new InlineNotice(services.theme, u"replaceNotice"_s, this))
    , m_stopped(new InlineNotice(services.theme, u"replaceStopped"_s, this))
{
    m_facts->setObjectName(u"keyFacts"_s);
    m_byFile->setObjectName(u"replaceWithFile"_s);
    m_byPaste->setObjectName(u"replaceByPaste"_s);
    m_stop->setObjectName(u"replaceStop"_s);
    m_stop->setAccessibleName(tr("Stop waiting for the new key to be stored"));
    m_use->setObjectName(u"useNewKey"_s);
    m_newKey->line()->setAccessibleName(tr("New API key"));
    m_newKey->setPlaceholderText(tr("Paste the API key or the text of its file"));
    build();
    connectParts();
    showPaste(false);
    setBusy(false);
}

void KeyCard::build()
{
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(Theme::space(Space::S));
    choice->addWidget(m_byFile);
    choice->addWidget(m_byPaste);
    choice->addWidget(m_stop);
    choice->addStretch(1);
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Normal, m_paste);
    cancel->setObjectName(u"cancelNewKey"_s);
    connect(cancel, &QPushButton::clicked, this, [this] { showPaste(false); });
    auto *line = new QHBoxLayout(m_paste);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::space(Space::S));
    line->addWidget(m_newKey, 1);
    line->addWidget(m_use);
    line->addWidget(cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_facts);
    layout->addWidget(m_notice);
    layout->addWidget(m_stopped);
    layout->addWidget(m_choice);
    layout->addWidget(m_paste);
}

void KeyCard::connectParts()
{
    QPushButton *anyway = m_notice->addButton(tr("Use it anyway"), ButtonKind::Normal, u"replaceAnyway"_s);
    QPushButton *keep = m_notice->addButton(tr("Keep the old key"), ButtonKind::Quiet, u"keepOldKey"_s);
    connect(anyway, &QPushButton::clicked, this, &KeyCard::replace);
    connect(keep, &QPushButton::clicked, m_notice, &QWidget::hide);
    connect(m_newKey, &SecretField::changed, this, [this] { m_use->setEnabled(!m_newKey->isEmpty()); });
    const auto usePasted = [this] {
        if (m_newKey->isEmpty())
            return;
        const Secret text = m_newKey->secret();
        showPaste(false);
        takeRead(ApiKeyFile::readBytes(text.reveal()));
    };
    connect(m_use, &QPushButton::clicked, this, usePasted);
    connect(m_newKey, &SecretField::submitted, this, usePasted);
    connect(m_byFile, &QPushButton::clicked, this, [this] {
        m_services.files.chooseExisting(this, tr("Choose the file of the new API key"),
                                        tr("API key files (*.json *.txt);;All files (*)"),
                                        [this, id = m_profile](const QString &path) { readFile(path, id); });
    });
    connect(m_byPaste, &QPushButton::clicked, this, [this] { showPaste(true); });
    connect(m_stop, &QPushButton::clicked, this, &KeyCard::stopWaiting);
}

void KeyCard::setProfile(const Profile &profile)
{
    if (profile.id != m_profile) {
        m_import.reset();
        m_notice->hide();
        m_stopped->hide();
        showPaste(false);
        setBusy(false);
        ++m_attempt;
    }
    m_profile = profile.id;
    const QString where = profile.sessionOnly ? tr("It is kept in memory, for this session only.")
                                              : tr("It lies in the system's keychain.");
    m_facts->setText(withVisibleControls(keyText(profile) + u'\n' + where));
}

void KeyCard::showPaste(bool shown)
{
    m_newKey->clear();
    m_use->setEnabled(false);
    m_choice->setVisible(!shown);
    // Left to itself, the focus would go on to another card.
    if (!shown && m_paste->isAncestorOf(window()->focusWidget()))
        m_byPaste->setFocus();
    m_paste->setVisible(shown);
    if (shown)
        m_newKey->setFocus();
}

void KeyCard::readFile(const QString &path, const QUuid &profile)
{
    const auto work = [path] { return ApiKeyFile::readFile(path); };
    deliver(inBackground<ApiKeyImport>(work), this, [this, profile](const Result<ApiKeyImport> &read) {
        if (profile == m_profile) {
            takeRead(read);
            return;
        }
        // The one that the file was chosen for may have been removed meanwhile by another program.
        Message note;
        note.kind = MessageKind::Warning;
        note.text = tr("No key was replaced, because another profile is shown now.");
        note.nextStep = tr("Choose the profile, then the file again.");
        Q_EMIT message(note);
    });
}

void KeyCard::takeRead(const Result<ApiKeyImport> &read)
{
    m_notice->hide();
    if (!read) {
        Q_EMIT message(Message::fromError(read.error()));
        return;
    }
    m_import = *read;
    if (m_import->stop)
        m_notice->tell(MessageKind::Warning, m_import->stop->sentence, m_import->stop->nextStep);
    else
        replace();
}

void KeyCard::replace()
{
    if (!m_import)
        return;
    showPaste(false); // what the wait can be stopped with lies in the other row
    setBusy(true);
    m_notice->hide();
    m_stopped->hide();
    const QStringList warnings = m_import->warnings;
    const ApiKey key = std::exchange(m_import, std::nullopt)->key;
    const quint64 attempt = ++m_attempt;
    deliver(m_services.profiles.replaceKey(m_profile, key), this,
            [this, attempt, warnings](const Result<Profile> &result) {
                const bool isLatest = attempt == m_attempt;
                const bool isWaitedFor = isLatest && m_isBusy;
                if (isLatest) {
                    setBusy(false);
                    m_stopped->hide();
                }
                takeReplaced(result, warnings, isWaitedFor);
            });
}

void KeyCard::takeReplaced(const Result<Profile> &result, const QStringList &warnings, bool isWaitedFor)
{
    if (!result) {
        Message failure = Message::fromError(result.error());
        if (isOldKept(result.error()))
            failure.nextStep += (failure.nextStep.isEmpty() ? QString() : u" "_s) + tr("The old key is kept.");
        Q_EMIT message(failure);
        return;
    }
    Message note;
    note.kind = warnings.isEmpty() ? MessageKind::Success : MessageKind::Warning;
    note.text = tr("The new key of “%1” is stored and was read back.").arg(result->name);
    note.nextStep = warnings.join(u' ');
    note.staysOpen = !warnings.isEmpty() || !isWaitedFor;
    Q_EMIT message(note);
}

/// The window may be in the background, behind the keychain's question: what counts is its own focus.
void KeyCard::setBusy(bool busy)
{
    const QWidget *focused = window()->focusWidget();
    m_isBusy = busy;
    if (busy) {
        m_stop->show();
        if (isAncestorOf(focused))
            m_stop->setFocus();
    }
    m_byFile->setEnabled(!busy);
    m_byPaste->setEnabled(!busy);
    if (!busy) {
        if (focused == m_stop)
            m_byPaste->setFocus();
        m_stop->hide();
    }
}

void KeyCard::stopWaiting()
{
    setBusy(false);
    m_stopped->tell(MessageKind::Warning, tr("The new key is not confirmed yet"),
                    tr("There is no answer yet, and the new key may still be stored; you are told then. To keep the "
                       "old one, close the keychain's password question if it is open."));
}

} // namespace acx
