// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/network/file_threads.h"
#include "ui/app_services.h"
#include "ui/settings/client_form.h"

#include <QWidget>

namespace acx {

class EntryList;

/// The person's own certificates, each for one server, and the form for a further one. Its controls: "clients" (the
/// list), "removeClient", "addClient", "clientNotice", and those of ClientForm.
class ClientList final : public QWidget
{
    Q_OBJECT
public:
    explicit ClientList(const AppServices &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Something was not removed.
    void failed(const acx::Error &error);

private:
    void fill();
    void showForm(bool shown);
    void add(const ClientCertificateFile &file, const Secret &passphrase);
    void store(const ClientCertificateFile &file, const Secret &passphrase);
    void remove(int row);

    const AppServices &m_services;
    EntryList *m_list;
    QPushButton *m_add;
    ClientForm *m_form;
    int m_attempt = 0;     ///< the form was sent off or closed so often; what was read for an earlier one is dropped
    bool m_isBusy = false; ///< keychain and file are being changed, one change after the other
    FileThreads m_threads;
};

} // namespace acx
