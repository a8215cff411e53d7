// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette offers.
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/explorer/curl_import.h"
#include "app/explorer/history.h"
#include "app/explorer/request_state.h"
#include "app/profiles/profile_service.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/explorer/explorer_tab.h"
#include "ui/explorer/operation_book.h"
#include "ui/history/history_screen.h"
#include "ui/lock/app_lock.h"
#include "ui/main_window.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/rail.h"
#include "ui/tokens/spend_question.h"
#include "ui/tokens/token_copier.h"
#include "ui/widgets/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostOperations = 20;

} // namespace

QList<Command> MainWindow::commands()
{
    QList<Command> result;
    addTokenCommands(result);
    addExplorerCommands(result);
    for (const Place place : {Place::Explorer, Place::Tokens, Place::Profiles, Place::History, Place::Settings}) {
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(place)));
        result.append({u"go%1"_s.arg(static_cast<int>(place) + 1), tr("Go to %1").arg(placeName(place)),
                       keys.toString(QKeySequence::NativeText), [this, place] { showPlace(place); }});
    }
    result.append({u"import"_s, tr("Import an API key…"), tr("Profiles"), [this] { showPlace(Place::Welcome); }});
    addProfileCommands(result);
    addThemeCommands(result);
    result.append({u"lock"_s, tr("Lock now"), lockKeys().toString(QKeySequence::NativeText),
                   [this] { m_lock->lock(LockReason::Request); }});
    result.append({u"quit"_s, tr("Quit"), QKeySequence(QKeySequence::Quit).toString(QKeySequence::NativeText),
                   [this] { close(); }});
    return result;
}

void MainWindow::addExplorerCommands(QList<Command> &commands)
{
    if (!m_services.session.hasProfile())
        return;
    commands.append(
        {u"newTab"_s, tr("New tab"), QKeySequence(Qt::CTRL | Qt::Key_T).toString(QKeySequence::NativeText), [this] {
             showPlace(Place::Explorer);
             explorer().addTab().activate();
         }});
    commands.append({u"pasteCurl"_s, tr("Paste a curl command"), tr("Explorer"), [this] { pasteCurl(); }});
}

void MainWindow::pasteCurl()
{
    const Result<CurlImport> read = readCurl(QGuiApplication::clipboard()->text());
    if (!read)
        return showMessage(Message::fromError(read.error()));
    showPlace(Place::Explorer);
    ExplorerTab &tab = explorer().currentTab().isUntouched() ? explorer().currentTab() : explorer().addTab();
    tab.openDraft(read->draft);
    tab.activate();
    if (read->notices.isEmpty())
        return;
    Message note;
    note.text = tr("The curl command was taken over, with differences.");
    note.details = read->notices.join(u'\n');
    showMessage(note);
}

QList<Command> MainWindow::operationCommands(const QString &words)
{
    QList<Command> found;
    const bool hasOperations = m_services.session.hasProfile();
    const OperationCatalog catalog = hasOperations ? explorer().book().shipped() : OperationCatalog();
    const QList<qsizetype> indices = catalog.search(words);
    for (qsizetype i = 0; i < std::min(mostOperations, indices.size()); ++i) {
        const OperationEntry &entry = catalog.operations().at(indices.at(i));
        found.append({u"operation-"_s + entry.id, entry.title,
                      u"%1 %2"_s.arg(QString::fromLatin1(entry.method), entry.path), [this, id = entry.id] {
                          showPlace(Place::Explorer);
                          explorer().openOperation({}, id);
                      }});
    }
    if (m_services.history.count().value_or(0) > 0)
        found.append({u"searchHistory"_s, tr("Search the history for “%1”").arg(words.simplified()), tr("History"),
                      [this, words] {
                          showPlace(Place::History);
                          static_cast<HistoryScreen *>(screen(Place::History))->search(words);
                      }});
    return found;
}

void MainWindow::addTokenCommands(QList<Command> &commands)
{
    if (!m_services.session.hasProfile())
        return;
    const TokenKind kind = m_services.session.usualTokenKind();
    for (const TokenFormat format : {TokenFormat::Bearer, TokenFormat::Raw, TokenFormat::Header, TokenFormat::Curl,
                                     TokenFormat::Env, TokenFormat::Json}) {
        const QString hint = format == TokenFormat::Bearer
                                 ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C).toString(QKeySequence::NativeText)
                                 : displayName(kind);
        commands.append({u"copy-"_s + toText(format), tr("Copy as %1").arg(TokenCopier::formatName(format)), hint,
                         [this, kind, format] { m_copier->copy(kind, format); }});
    }
    commands.append({u"renew"_s, tr("Renew the token now"), displayName(kind), [this, kind] {
                         const TokenNeed need = m_services.session.need(kind);
                         if (m_copier->needsConsent(kind))
                             askBeforeSpending(need, {});
                         else
                             renewToken(need);
                     }});
    if (m_services.clipboard.remaining().count() > 0)
        commands.append({u"clearClipboard"_s, tr("Clear the clipboard now"), m_services.clipboard.what(),
                         [this] { m_services.clipboard.clearNow(); }});
}

void MainWindow::renewToken(const TokenNeed &need, const std::function<void()> &then)
{
    m_services.keychain.allowPrompt();
    deliver(m_services.broker.renew(need), this, [this, need, then](const Result<Token> &token) {
        if (!token)
            showMessage(Message::fromError(token.error()));
        else if (then && m_services.session.need(need.kind) == need)
            then();
    });
}

void MainWindow::dropQuestion()
{
    if (m_asked)
        m_messages->clear();
    m_asked.reset();
}

void MainWindow::askBeforeSpending(const TokenNeed &need, const std::function<void()> &then)
{
    Message message;
    message.kind = MessageKind::Warning;
    message.text = SpendQuestion::title();
    message.nextStep = SpendQuestion::text();
    message.actionText = SpendQuestion::yes();
    message.action = [this, need, then] {
        m_asked.reset();
        renewToken(need, then);
    };
    showMessage(message);
    m_asked = need;
}

void MainWindow::addProfileCommands(QList<Command> &commands)
{
    const std::optional<Profile> current = m_services.session.profile();
    const QList<Profile> profiles = m_services.profiles.profiles();
    for (const Profile &profile : profiles) {
        if (current && profile.id == current->id)
            continue;
        commands.append({u"profile-"_s + profile.id.toString(QUuid::WithoutBraces),
                         tr("Switch to %1").arg(profile.name), m_services.session.placeText(profile),
                         [this, id = profile.id] { m_services.session.select(id); }});
    }
}

void MainWindow::addThemeCommands(QList<Command> &commands)
{
    struct Entry
    {
        ThemeMode mode;
        QString id;
        QString text;
    };
    const QList<Entry> entries{{ThemeMode::Light, u"themeLight"_s, tr("Use the light theme")},
                               {ThemeMode::Dark, u"themeDark"_s, tr("Use the dark theme")},
                               {ThemeMode::System, u"themeSystem"_s, tr("Follow the system's theme")}};
    for (const Entry &entry : entries) {
        if (entry.mode == m_services.settings.themeMode())
            continue;
        commands.append({entry.id, entry.text, tr("Theme"), [this, mode = entry.mode] {
                             deliver(m_services.settings.setThemeMode(mode), this, [this](const Status &stored) {
                                 if (!stored)
                                     showMessage(Message::fromError(stored.error()));
                             });
                         }});
    }
}

} // namespace acx
