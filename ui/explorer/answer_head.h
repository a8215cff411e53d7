// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "ui/theme/theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class WaterfallBar;

/// The line above an answer: "answerStatus", "answerTime", "answerSize", "answerValues", "copyBody" and "saveBody";
/// below it the "waterfall". For JSON, "saveBody" opens a menu: "saveReceived" and "savePretty".
class AnswerHead final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerHead(const Theme &theme, QWidget *parent = nullptr);

    void setResponse(const HttpResponse &response);
    /// The number of JSON values; 0 = the body is no JSON, or not read yet.
    void setValues(quint64 count);

Q_SIGNALS:
    void copyWanted();
    void saveWanted(bool pretty);

private:
    void onSave();

    QLabel *m_status;
    QLabel *m_time;
    QLabel *m_size;
    QLabel *m_values;
    QPushButton *m_copy;
    QPushButton *m_save;
    WaterfallBar *m_waterfall;
    bool m_isJson = false;
};

} // namespace acx
