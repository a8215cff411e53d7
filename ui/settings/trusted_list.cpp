// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/trusted_list.h"

#include "app/base/deliver.h"
#include "app/network/host_and_port.h"
#include "app/network/trust_store.h"
#include "ui/settings/entry_list.h"
#include "ui/trust/certificate_dialog.h"
#include "ui/widgets/controls.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString describe(const TrustedCertificate &entry)
{
    const QString server = hostAndPortText(entry.pin.host, entry.pin.port);
    const QString since = QLocale().toString(entry.since.toLocalTime().date(), QLocale::ShortFormat);
    const QString named = entry.subject.isEmpty() ? server : u"%1 — %2"_s.arg(server, entry.subject);
    const QString first = entry.since.isValid() ? TrustedList::tr("%1, trusted since %2").arg(named, since) : named;
    return first + u'\n' + fingerprintLines(entry.pin.sha256);
}

} // namespace

TrustedList::TrustedList(const Theme &theme, TrustStore &trust, QWidget *parent)
    : QWidget(parent)
    , m_trust(trust)
    , m_list(new EntryList(
          theme, {u"trusted"_s, u"removeTrusted"_s, u"trustedNotice"_s, tr("Certificates trusted by hand")}, this))
    , m_empty(makeParagraph(tr("None. The window offers it where a server's certificate is refused only because nobody "
                               "vouches for it."),
                            LabelKind::Muted, this))
{
    m_empty->setObjectName(u"trustedEmpty"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    connect(&trust, &TrustStore::changed, this, &TrustedList::fill);
    connect(m_list, &EntryList::removeWanted, this, [this](int row) {
        const CertificatePin pin = m_trust.certificates().at(row).pin;
        deliver(m_trust.distrust(pin.host, pin.port), this, [this](const Status &removed) {
            if (!removed)
                Q_EMIT failed(removed.error());
        });
    });
    fill();
}

void TrustedList::fill()
{
    QList<EntryList::Entry> entries;
    for (const TrustedCertificate &entry : m_trust.certificates())
        entries.append({describe(entry), fingerprintText(entry.pin.sha256)});
    m_list->setEntries(entries);
    m_list->setVisible(!entries.isEmpty());
    m_empty->setVisible(entries.isEmpty());
}

} // namespace acx
