// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_screen.h"

#include "app/base/app_info.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/network/network_setup.h"
#include "app/network/proxy_password.h"
#include "ui/lock/app_lock.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/authority_list.h"
#include "ui/settings/client_list.h"
#include "ui/settings/history_form.h"
#include "ui/settings/proxy_form.h"
#include "ui/settings/trusted_list.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QComboBox>
#include <QPointer>
#include <QScrollArea>
#include <QSpinBox>
#include <QSslSocket>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int columnWidth = 640; // pixels
constexpr int delayWidth = 96;   // pixels

QVBoxLayout *fillSection(QFrame *card, const QString &title, const QString &text)
{
    auto *layout = new QVBoxLayout(card);
    const int margin = Theme::space(Space::L);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::M));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(title, LabelKind::Heading, card));
    if (!text.isEmpty())
        words->addWidget(makeParagraph(text, LabelKind::Muted, card));
    layout->addLayout(words);
    return layout;
}

} // namespace

SettingsScreen::SettingsScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
{
    setObjectName(u"settingsScreen"_s);
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(makeLabel(tr("Settings"), LabelKind::Title, column));
    layout->addWidget(buildAppearance());
    layout->addWidget(buildClipboard());
    layout->addWidget(buildLock());
    layout->addWidget(buildHistory());
    layout->addWidget(buildNetwork());
    layout->addWidget(buildTrust());
    layout->addWidget(buildTrusted());
    layout->addWidget(buildClients());
    layout->addWidget(buildAbout());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(makePage(column, columnWidth, PageAlignment::Top, this));
}

QFrame *SettingsScreen::buildAppearance()
{
    QFrame *card = makeCard(this);
    auto *mode = new QComboBox(card);
    mode->setObjectName(u"themeMode"_s);
    mode->setAccessibleName(tr("Light or dark"));
    mode->addItem(tr("As the system"), int(ThemeMode::System));
    mode->addItem(tr("Light"), int(ThemeMode::Light));
    mode->addItem(tr("Dark"), int(ThemeMode::Dark));
    mode->setCurrentIndex(mode->findData(int(m_services.settings.themeMode())));
    fillSection(card, tr("Appearance"), {})->addWidget(mode, 0, Qt::AlignLeft);
    connect(&m_services.settings, &AppSettings::themeChanged, mode,
            [this, mode] { mode->setCurrentIndex(mode->findData(int(m_services.settings.themeMode()))); });
    connect(mode, &QComboBox::activated, this, [this, mode] {
        const auto chosen = ThemeMode(mode->currentData().toInt());
        tellOf(m_services.settings.setThemeMode(chosen));
    });
    return card;
}

QFrame *SettingsScreen::buildClipboard()
{
    QFrame *card = makeCard(this);
    auto *seconds = new QSpinBox(card);
    seconds->setObjectName(u"clipboardTime"_s);
    seconds->setAccessibleName(tr("Seconds until the clipboard is cleared"));
    seconds->setRange(1, 30);
    seconds->setSuffix(tr(" s"));
    seconds->setMinimumWidth(delayWidth);
    seconds->setValue(int(m_services.settings.clipboardTime().count()));
    fillSection(card, tr("Clipboard"),
                tr("A copied token is removed from the clipboard after this time, when it expires, when the program "
                   "locks and when it ends, if it is still there. A clipboard manager may keep its own copy."))
        ->addWidget(seconds, 0, Qt::AlignLeft);
    connect(&m_services.settings, &AppSettings::clipboardTimeChanged, seconds,
            [this, seconds] { seconds->setValue(int(m_services.settings.clipboardTime().count())); });
    connect(seconds, &QSpinBox::valueChanged, this, [this](int value) {
        const std::chrono::seconds time(value);
        tellOf(m_services.settings.setClipboardTime(time));
    });
    return card;
}

QFrame *SettingsScreen::buildLock()
{
    QFrame *card = makeCard(this);
    auto *time = new QComboBox(card);
    time->setObjectName(u"lockTime"_s);
    time->setAccessibleName(tr("Lock after this time without use"));
    const QList<std::chrono::minutes> times = AppSettings::lockTimes();
    for (const std::chrono::minutes each : times)
        time->addItem(each.count() == 0   ? tr("Never")
                      : each.count() == 1 ? tr("After 1 minute without use")
                                          : tr("After %1 minutes without use").arg(each.count()),
                      int(each.count()));
    time->setCurrentIndex(time->findData(int(m_services.settings.lockTime().count())));
    fillSection(card, tr("Lock"),
                tr("Locking forgets the tokens, takes a copied secret off the clipboard and covers the window. It "
                   "happens with the screen's lock, with %1 and after this time. Unlocking asks for no password: the "
                   "keychain and the screen have locks of their own.")
                    .arg(lockKeys().toString(QKeySequence::NativeText)))
        ->addWidget(time, 0, Qt::AlignLeft);
    connect(&m_services.settings, &AppSettings::lockTimeChanged, time,
            [this, time] { time->setCurrentIndex(time->findData(int(m_services.settings.lockTime().count()))); });
    connect(time, &QComboBox::activated, this, [this, time] {
        tellOf(m_services.settings.setLockTime(std::chrono::minutes(time->currentData().toInt())));
    });
    return card;
}

QFrame *SettingsScreen::buildHistory()
{
    QFrame *card = makeCard(this);
    auto *form = new HistoryForm(card);
    form->setOptions(m_services.settings.historyOptions());
    fillSection(card, tr("History"),
                tr("Requests and answers of the Explorer and of acx call are kept on this computer without any secret. "
                   "Beyond these limits the oldest go first. Switching it off removes nothing: that is done in the "
                   "history itself."))
        ->addWidget(form);
    connect(form, &HistoryForm::changed, this,
            [this](const HistoryOptions &options) { tellOf(m_services.settings.setHistoryOptions(options)); });
    connect(&m_services.settings, &AppSettings::historyChanged, form,
            [this, form] { form->setOptions(m_services.settings.historyOptions()); });
    return card;
}

QFrame *SettingsScreen::buildNetwork()
{
    QFrame *card = makeCard(this);
    m_proxyForm = new ProxyForm(card);
    m_proxyForm->setProxy(m_services.settings.proxy());
    fillSection(card, tr("Proxy"), tr("Addresses of this computer, the sandbox among them, never go through a proxy."))
        ->addWidget(m_proxyForm);
    connect(m_proxyForm, &ProxyForm::applied, this, &SettingsScreen::applyProxy);
    connect(&m_services.settings, &AppSettings::networkChanged, m_proxyForm, [this] {
        // What is being typed goes only when another proxy holds.
        if (!isSameProxy(m_proxyForm->shown(), m_services.settings.proxy()))
            m_proxyForm->setProxy(m_services.settings.proxy());
    });
    return card;
}

QFrame *SettingsScreen::buildTrust()
{
    QFrame *card = makeCard(this);
    auto *list = new AuthorityList(m_services.theme, m_services.files, card);
    list->setPaths(m_services.settings.authorityFiles());
    fillSection(card, tr("Own certificate authorities"),
                tr("They are trusted in addition to the system's. Verification itself cannot be switched off."))
        ->addWidget(list);
    connect(&m_services.settings, &AppSettings::networkChanged, list, [this, list] {
        if (list->paths() != m_services.settings.authorityFiles())
            list->setPaths(m_services.settings.authorityFiles());
    });
    connect(list, &AuthorityList::changed, this,
            [this](const QStringList &paths) { tellOf(m_services.settings.setAuthorityFiles(paths)); });
    return card;
}

QFrame *SettingsScreen::buildTrusted()
{
    QFrame *card = makeCard(this);
    auto *list = new TrustedList(m_services.theme, m_services.trust, card);
    fillSection(card, tr("Certificates trusted by hand"),
                tr("Each holds for one host and port, as long as the server shows this very certificate. Hosts of IBM "
                   "are never among them."))
        ->addWidget(list);
    connect(list, &TrustedList::failed, this, [this](const Error &error) { tell(fail(error)); });
    return card;
}

QFrame *SettingsScreen::buildClients()
{
    QFrame *card = makeCard(this);
    auto *list = new ClientList(m_services, card);
    fillSection(card, tr("Own client certificates"),
                tr("Servers that ask who is there get the certificate that is named for their host and port. The files "
                   "stay where they are."))
        ->addWidget(list);
    connect(list, &ClientList::failed, this, [this](const Error &error) { tell(fail(error)); });
    return card;
}

QFrame *SettingsScreen::buildAbout()
{
    QFrame *card = makeCard(this);
    QVBoxLayout *layout = fillSection(card, tr("About"), {});
    const QString versions =
        tr("API Connect Explorer %1\nQt %2, %3\nFree software under the GNU General Public License, version 3 or later")
            .arg(QLatin1StringView(applicationVersion), QLatin1StringView(qVersion()),
                 QSslSocket::sslLibraryVersionString());
    QLabel *about = makeParagraph(versions, LabelKind::Body, card);
    about->setObjectName(u"aboutText"_s);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QLabel *storage = makeParagraph(m_services.keychain.isPersistent()
                                        ? tr("API keys, client secrets and the proxy's password lie in the system's "
                                             "keychain; tokens only in memory. Profiles, settings and the "
                                             "history are files without any secret. No telemetry, no account.")
                                        : tr("In this session everything stays in memory: keys, tokens and profiles "
                                             "are gone when the program ends."),
                                    LabelKind::Muted, card);
    storage->setObjectName(u"storageText"_s);
    layout->addWidget(about);
    layout->addWidget(storage);
    return card;
}

void SettingsScreen::applyProxy(const ProxySettings &proxy)
{
    Q_EMIT clearMessage();
    ++m_proxyChoices;
    // What was given for one proxy is not for another.
    m_isProxyPasswordWanted =
        !proxy.user.isEmpty() && (!proxy.password.isEmpty() || isSameProxy(proxy, m_services.settings.proxy()));
    if (m_isProxyPasswordWanted && !proxy.password.isEmpty())
        return applyProxyWithPassword(proxy);
    if (m_isProxyPasswordWanted)
        return tellOf(storeProxy(proxy));
    m_services.network.setUnkeptProxy({});
    const bool hadUser = !m_services.settings.proxy().user.isEmpty();
    deliver(storeProxy(proxy), this, [this, hadUser](const Status &saved) {
        tell(saved);
        // As long as the file names the user, the password is needed at the next start.
        if (saved && hadUser && !m_isProxyPasswordWanted)
            forgetProxyPassword();
    });
}

void SettingsScreen::applyProxyWithPassword(const ProxySettings &proxy)
{
    // The settings' listeners take the password from the keychain, so it has to lie there first.
    const QString entry = QLatin1StringView(NetworkOptions::proxyPasswordEntry);
    deliver(m_services.keychain.write(entry, keptProxyPassword(proxy)), this,
            [this, proxy, choice = m_proxyChoices](const Status &written) {
                if (choice == m_proxyChoices) {
                    m_services.network.setUnkeptProxy(written ? ProxySettings() : proxy);
                    tellOf(storeProxy(proxy));
                    tell(written);
                } else if (written && !m_isProxyPasswordWanted) {
                    forgetProxyPassword();
                }
            });
}

/// Nobody uses it any more. What stands in the way is told, with a way to try again.
void SettingsScreen::forgetProxyPassword()
{
    const auto tryAgain = [self = QPointer(this), proxy = m_services.settings.proxy()] {
        // Unless another proxy or a password was chosen since.
        if (self && !self->m_isProxyPasswordWanted && isSameProxy(proxy, self->m_services.settings.proxy()))
            self->forgetProxyPassword();
    };
    const QString entry = QLatin1StringView(NetworkOptions::proxyPasswordEntry);
    deliver(m_services.keychain.remove(entry), this, [this, tryAgain](const Status &removed) {
        if (removed)
            return;
        Error error = removed.error();
        error.sentence = tr("The proxy's password could not be removed from the keychain: %1").arg(error.sentence);
        Message toTell = Message::fromError(error);
        toTell.actionText = tr("Try again");
        toTell.action = tryAgain;
        Q_EMIT message(toTell);
    });
}

QFuture<Status> SettingsScreen::storeProxy(const ProxySettings &proxy)
{
    const QFuture<Status> stored = m_services.settings.setProxy(proxy);
    m_proxyForm->setProxy(m_services.settings.proxy());
    return stored;
}

void SettingsScreen::tellOf(const QFuture<Status> &stored)
{
    deliver(stored, this, [this](const Status &status) { tell(status); });
}

void SettingsScreen::tell(const Status &status)
{
    if (!status)
        Q_EMIT message(Message::fromError(status.error()));
}

} // namespace acx
