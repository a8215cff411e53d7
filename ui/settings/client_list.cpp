// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/client_list.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/network/client_certificate.h"
#include "app/network/client_keeping.h"
#include "app/network/host_and_port.h"
#include "app/network/network_setup.h"
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
    ++m_attempt;
    m_list->notice().hide();
    m_form->clear();
    m_form->setVisible(shown);
    m_add->setVisible(!shown);
    if (shown)
        m_form->begin();
}

void ClientList::add(const ClientCertificateFile &file, const Secret &passphrase)
{
    if (m_isBusy)
        return;
    m_list->notice().hide();
    const auto work = [file, passphrase, now = m_services.clock.now()] {
        return readClientCertificate(file, passphrase, now);
    };
    deliver(m_threads.run<ClientCertificate>(work), this,
            [this, file, passphrase, attempt = ++m_attempt](const Result<ClientCertificate> &read) {
                if (attempt != m_attempt)
                    return;
                if (read)
                    store(file, passphrase);
                else
                    m_list->notice().tell(read.error());
            });
}

void ClientList::store(const ClientCertificateFile &file, const Secret &passphrase)
{
    m_isBusy = true;
    const bool isKnown = m_services.trust.clients().contains(file);
    deliver(keepClient(m_services.keychain, m_services.trust, file, passphrase), this,
            [this, isKnown, attempt = m_attempt](const Status &kept) {
                m_isBusy = false;
                if (!kept) {
                    m_list->notice().tell(kept.error());
                    return;
                }
                // The same line again, with another passphrase perhaps: the store tells nobody of that.
                if (isKnown)
                    m_services.network.refresh();
                if (attempt == m_attempt)
                    showForm(false);
            });
}

void ClientList::remove(int row)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    deliver(forgetClient(m_services.keychain, m_services.trust, m_services.trust.clients().at(row)), this,
            [this](const Status &gone) {
                m_isBusy = false;
                if (!gone)
                    Q_EMIT failed(gone.error());
            });
}

} // namespace acx
