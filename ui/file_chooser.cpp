// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/file_chooser.h"

#include <QFileDialog>

#include <utility>

namespace acx {

namespace {

void open(QFileDialog *dialog, FileChooser::Handler handler)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [dialog, handler = std::move(handler)] {
        const QStringList paths = dialog->selectedFiles();
        if (!paths.isEmpty())
            handler(paths.constFirst());
    });
    dialog->open();
}

} // namespace

void FileChooser::chooseExisting(QWidget *parent, const QString &title, const QString &filter, Handler handler)
{
    if (!m_nextAnswer.isEmpty()) {
        handler(std::exchange(m_nextAnswer, QString()));
        return;
    }
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    open(dialog, std::move(handler));
}

void FileChooser::chooseNew(QWidget *parent, const QString &title, const QString &suggestedName, Handler handler)
{
    if (!m_nextAnswer.isEmpty()) {
        handler(std::exchange(m_nextAnswer, QString()));
        return;
    }
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    open(dialog, std::move(handler));
}

} // namespace acx
