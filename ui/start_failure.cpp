// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_failure.h"

#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace acx {

std::unique_ptr<QWidget> makeStartFailure(const Error &error)
{
    auto box = std::make_unique<QMessageBox>();
    box->setObjectName(u"startFailure"_s);
    box->setWindowTitle(QCoreApplication::translate("acx", "API Connect Explorer cannot start"));
    box->setIcon(QMessageBox::Critical);
    box->setTextFormat(Qt::PlainText);
    box->setText(error.sentence);
    box->setInformativeText(error.nextStep);
    box->setDetailedText(error.details());
    box->setStandardButtons(QMessageBox::Close);
    return box;
}

} // namespace acx
