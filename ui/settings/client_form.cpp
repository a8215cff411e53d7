// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/client_form.h"

#include "app/network/host_and_port.h"
#include "ui/file_chooser.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/secret_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

ClientForm::ClientForm(FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_server(new QLineEdit(this))
    , m_serverField(new FormField(tr("Server"), m_server, this))
    , m_file(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_passphrase(new SecretField(u"clientPassphrase"_s, this))
{
    m_server->setObjectName(u"clientServer"_s);
    m_server->setPlaceholderText(u"gateway.example.com:9443"_s);
    m_serverField->setHint(tr("The certificate is shown to this host and port only."));
    m_fileField =
        new FormField(tr("Certificate"), fileRow(m_file, u"clientFile"_s, tr("Choose your certificate")), this);
    m_fileField->setHint(tr("A PEM file, or a PKCS#12 file (.p12, .pfx)."));
    m_file->setAccessibleName(tr("File of your certificate"));
    auto *key = new FormField(tr("Private key"), fileRow(m_key, u"clientKey"_s, tr("Choose its private key")), this);
    key->setHint(tr("Only if it is in a file of its own."));
    m_key->setAccessibleName(tr("File of its private key"));
    auto *passphrase = new FormField(tr("Passphrase"), m_passphrase, this);
    passphrase->setHint(tr("It is kept in the keychain."));
    m_passphrase->line()->setAccessibleName(tr("Passphrase of the private key"));
    QPushButton *save = makeButton(tr("Use this certificate"), ButtonKind::Normal, this);
    save->setObjectName(u"clientSave"_s);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Quiet, this);
    cancel->setObjectName(u"clientCancel"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    buttons->addWidget(save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    for (QWidget *field : std::initializer_list<QWidget *>{m_serverField, m_fileField, key, passphrase})
        layout->addWidget(field);
    layout->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &ClientForm::save);
    connect(cancel, &QPushButton::clicked, this, &ClientForm::cancelled);
    connect(m_passphrase, &SecretField::submitted, this, &ClientForm::save);
    connect(m_server, &QLineEdit::textEdited, this, [this] { m_serverField->setError({}); });
    connect(m_file, &QLineEdit::textChanged, this, [this] { m_fileField->setError({}); });
}

QWidget *ClientForm::fileRow(QLineEdit *line, const QString &name, const QString &title)
{
    line->setObjectName(name);
    auto *row = new QWidget(this);
    QPushButton *choose = makeButton(tr("Choose…"), ButtonKind::Normal, row);
    choose->setObjectName(name + "Choose"_L1);
    choose->setAccessibleName(title);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    row->setFocusProxy(line);
    connect(choose, &QPushButton::clicked, this, [this, line, title] {
        m_files.chooseExisting(this, title,
                               tr("Certificates and keys (*.pem *.crt *.cer *.key *.p12 *.pfx);;All files (*)"),
                               [line](const QString &path) { line->setText(path); });
    });
    return row;
}

void ClientForm::clear()
{
    for (QLineEdit *line : {m_server, m_file, m_key})
        line->clear();
    m_passphrase->clear();
    m_serverField->setError({});
    m_fileField->setError({});
}

void ClientForm::begin()
{
    m_server->setFocus();
}

void ClientForm::save()
{
    const Result<HostAndPort> server = readHostAndPort(m_server->text());
    if (!server) {
        m_serverField->setError(server.error().message());
        m_server->setFocus();
        return;
    }
    if (m_file->text().trimmed().isEmpty()) {
        m_fileField->setError(tr("Choose the file of your certificate."));
        m_file->setFocus();
        return;
    }
    ClientCertificateFile file;
    file.host = server->host;
    file.port = server->port;
    file.certificate = m_file->text().trimmed();
    file.key = m_key->text().trimmed();
    file.hasPassphrase = !m_passphrase->isEmpty();
    Q_EMIT saved(file, m_passphrase->secret());
}

} // namespace acx
