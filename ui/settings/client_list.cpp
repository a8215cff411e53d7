// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/client_list.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/network/client_certificate.h"
#include "app/network/host_and_port.h"
#include "ui/settings/entry_list.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString describe(const ClientCertificateFile &file)
{
    const QString server = hostAndPortText(file.host, file.port);
    const QString name = QFileInfo(file.certificate).fileName();
    return file.hasPassphrase ? ClientList::tr("%1 — %2, with a passphrase").arg(server, name)
                              : ClientList::tr("%1 — %2").arg(server, name);
}

} // namespace

ClientList::ClientList(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_list(new EntryList(services.theme,
                           {u"clients"_s, u"removeClient"_s, u"clientNotice"_s, tr("Own client certificates")}, this))
    , m_add(m_list->addButton(tr("Add a certificate…"), u"addClient"_s))
    , m_form(new ClientForm(services.files, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_form);
    layout->addWidget(m_list);
    m_form->hide();
    connect(m_add, &QPushButton::clicked, this, [this] { showForm(true); });
    connect(m_form, &ClientForm::cancelled, this, [this] { showForm(false); });
    connect(m_form, &ClientForm::saved, this, &ClientList::add);
    connect(m_list, &EntryList::removeWanted, this, &ClientList::remove);
    connect(&services.trust, &TrustStore::changed, this, &ClientList::fill);
    fill();
}

void ClientList::fill()
{
    QList<EntryList::Entry> entries;
    for (const ClientCertificateFile &file : m_services.trust.clients())
        entries.append({describe(file), file.certificate});
    m_list->setEntries(entries);
}

void ClientList::showForm(bool shown)
{
    m_list->notice().hide();
    m_form->clear();
    m_form->setVisible(shown);
    m_add->setVisible(!shown);
    if (shown)
        m_form->begin();
}

void ClientList::add(const ClientCertificateFile &file, const Secret &passphrase)
{
    m_list->notice().hide();
    if (const auto read = readClientCertificate(file, passphrase, m_services.clock.now()); !read) {
        m_list->notice().tell(read.error());
        return;
    }
    if (!file.hasPassphrase) {
        store(file);
        return;
    }
    // Whoever follows the store takes the passphrase from the keychain, so it has to lie there first.
    deliver(m_services.keychain.write(file.passphraseEntry(), passphrase), this, [this, file](const Status &written) {
        if (written)
            store(file);
        else
            m_list->notice().tell(written.error());
    });
}

void ClientList::store(const ClientCertificateFile &file)
{
    deliver(m_services.trust.setClient(file), this, [this](const Status &stored) {
        if (stored)
            showForm(false);
        tell(stored);
    });
}

void ClientList::remove(int row)
{
    const ClientCertificateFile file = m_services.trust.clients().at(row);
    QFuture<Status> removed = m_services.trust.removeClient(file.host, file.port);
    if (file.hasPassphrase)
        removed = chain<void>(removed, [&keychain = m_services.keychain, entry = file.passphraseEntry()] {
            return keychain.remove(entry);
        });
    deliver(removed, this, [this](const Status &gone) { tell(gone); });
}

void ClientList::tell(const Status &status)
{
    if (!status)
        Q_EMIT failed(status.error());
}

} // namespace acx
