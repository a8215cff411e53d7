// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/network/trust_store.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class FileChooser;
class FormField;
class SecretField;

/// Which certificate of the person's own is shown to which server. Its controls: "clientServer", "clientFile" with
/// "clientFileChoose", "clientKey" with "clientKeyChoose", "clientPassphrase", "clientSave", "clientCancel".
class ClientForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ClientForm(FileChooser &files, QWidget *parent = nullptr);
    void clear();
    void begin();

Q_SIGNALS:
    /// The server can be read; the files have not been looked at.
    void saved(const acx::ClientCertificateFile &file, const acx::Secret &passphrase);
    void cancelled();

private:
    [[nodiscard]] QWidget *fileRow(QLineEdit *line, const QString &name, const QString &title);
    void save();

    FileChooser &m_files;
    QLineEdit *m_server;
    FormField *m_serverField;
    QLineEdit *m_file;
    FormField *m_fileField;
    QLineEdit *m_key;
    SecretField *m_passphrase;
};

} // namespace acx
