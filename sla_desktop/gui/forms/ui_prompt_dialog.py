# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'prompt_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_PromptDialog(object):
    def setupUi(self, PromptDialog):
        if not PromptDialog.objectName():
            PromptDialog.setObjectName(u"PromptDialog")
        PromptDialog.resize(520, 200)
        self.layout_5 = QVBoxLayout(PromptDialog)
        self.layout_5.setSpacing(16)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(26, 24, 26, 22)
        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(16)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.picture_label = QLabel(PromptDialog)
        self.picture_label.setObjectName(u"picture_label")
        self.picture_label.setProperty(u"icon_name", u"lock")
        self.picture_label.setProperty(u"icon_colour", u"accent")
        self.picture_label.setProperty(u"icon_size", 24)

        self.layout_1.addWidget(self.picture_label)

        self.spacer_6 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_1.addItem(self.spacer_6)


        self.layout_3.addLayout(self.layout_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.question_label = QLabel(PromptDialog)
        self.question_label.setObjectName(u"question_label")
        self.question_label.setWordWrap(True)
        self.question_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.question_label)

        self.answer_edit = QLineEdit(PromptDialog)
        self.answer_edit.setObjectName(u"answer_edit")
        self.answer_edit.setMaxLength(500)

        self.layout_2.addWidget(self.answer_edit)


        self.layout_3.addLayout(self.layout_2)

        self.layout_3.setStretch(1, 1)

        self.layout_5.addLayout(self.layout_3)

        self.spacer_7 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_7)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(10)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.spacer_8 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_8)

        self.cancel_button = QPushButton(PromptDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_4.addWidget(self.cancel_button)

        self.continue_button = QPushButton(PromptDialog)
        self.continue_button.setObjectName(u"continue_button")
        self.continue_button.setProperty(u"look", u"primary")

        self.layout_4.addWidget(self.continue_button)


        self.layout_5.addLayout(self.layout_4)

#if QT_CONFIG(shortcut)
        self.question_label.setBuddy(self.answer_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PromptDialog)

        self.continue_button.setDefault(True)


        QMetaObject.connectSlotsByName(PromptDialog)
    # setupUi

    def retranslateUi(self, PromptDialog):
        PromptDialog.setWindowTitle(QCoreApplication.translate("PromptDialog", u"SLA Desktop", None))
        self.picture_label.setText("")
        self.question_label.setText("")
        self.cancel_button.setText(QCoreApplication.translate("PromptDialog", u"Cancel", None))
        self.continue_button.setText(QCoreApplication.translate("PromptDialog", u"Continue", None))
    # retranslateUi

