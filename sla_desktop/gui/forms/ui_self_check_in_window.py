# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'self_check_in_window.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

class Ui_SelfCheckInWindow(object):
    def setupUi(self, SelfCheckInWindow):
        if not SelfCheckInWindow.objectName():
            SelfCheckInWindow.setObjectName(u"SelfCheckInWindow")
        SelfCheckInWindow.resize(1280, 720)
        SelfCheckInWindow.setProperty(u"look", u"window")
        self.layout_8 = QVBoxLayout(SelfCheckInWindow)
        self.layout_8.setSpacing(14)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget(SelfCheckInWindow)
        self.stack.setObjectName(u"stack")
        self.ask_page = QWidget()
        self.ask_page.setObjectName(u"ask_page")
        self.layout_2 = QVBoxLayout(self.ask_page)
        self.layout_2.setSpacing(20)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(40, 40, 40, 40)
        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_1)

        self.welcome_label = QLabel(self.ask_page)
        self.welcome_label.setObjectName(u"welcome_label")
        self.welcome_label.setProperty(u"look", u"huge")
        self.welcome_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome_label.setWordWrap(True)
        self.welcome_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.welcome_label)

        self.event_label = QLabel(self.ask_page)
        self.event_label.setObjectName(u"event_label")
        self.event_label.setProperty(u"look", u"display")
        self.event_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.event_label.setWordWrap(True)
        self.event_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.event_label)

        self.text_label = QLabel(self.ask_page)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setProperty(u"look", u"heading-plain")
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text_label.setWordWrap(True)

        self.layout_2.addWidget(self.text_label)

        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(14)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.spacer_2 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_2)

        self.text_edit = QLineEdit(self.ask_page)
        self.text_edit.setObjectName(u"text_edit")
        self.text_edit.setProperty(u"look", u"search")
        self.text_edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.text_edit.setMinimumSize(QSize(320, 0))

        self.layout_1.addWidget(self.text_edit)

        self.check_in_button = QPushButton(self.ask_page)
        self.check_in_button.setObjectName(u"check_in_button")
        self.check_in_button.setProperty(u"look", u"start")

        self.layout_1.addWidget(self.check_in_button)

        self.spacer_3 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_3)

        self.layout_1.setStretch(0, 1)
        self.layout_1.setStretch(1, 3)
        self.layout_1.setStretch(3, 1)

        self.layout_2.addLayout(self.layout_1)

        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_4)

        self.stack.addWidget(self.ask_page)
        self.answer_page = QWidget()
        self.answer_page.setObjectName(u"answer_page")
        self.layout_5 = QVBoxLayout(self.answer_page)
        self.layout_5.setSpacing(20)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(40, 40, 40, 40)
        self.answer_frame = QFrame(self.answer_page)
        self.answer_frame.setObjectName(u"answer_frame")
        self.answer_frame.setProperty(u"light", u"idle")
        self.layout_3 = QVBoxLayout(self.answer_frame)
        self.layout_3.setSpacing(12)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(30, 30, 30, 30)
        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.spacer_5)

        self.answer_icon = QLabel(self.answer_frame)
        self.answer_icon.setObjectName(u"answer_icon")
        self.answer_icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.answer_icon.setTextFormat(Qt.TextFormat.PlainText)
        self.answer_icon.setProperty(u"icon_size", 120)

        self.layout_3.addWidget(self.answer_icon)

        self.word_label = QLabel(self.answer_frame)
        self.word_label.setObjectName(u"word_label")
        self.word_label.setProperty(u"look", u"huge")
        self.word_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.word_label.setWordWrap(True)
        self.word_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.word_label)

        self.name_label = QLabel(self.answer_frame)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"look", u"display")
        self.name_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name_label.setWordWrap(True)
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.name_label)

        self.detail_label = QLabel(self.answer_frame)
        self.detail_label.setObjectName(u"detail_label")
        self.detail_label.setProperty(u"look", u"heading-plain")
        self.detail_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail_label.setWordWrap(True)
        self.detail_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.detail_label)

        self.spacer_6 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.spacer_6)


        self.layout_5.addWidget(self.answer_frame)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.spacer_7 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_7)

        self.next_button = QPushButton(self.answer_page)
        self.next_button.setObjectName(u"next_button")
        self.next_button.setProperty(u"look", u"start")

        self.layout_4.addWidget(self.next_button)

        self.spacer_8 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.spacer_8)


        self.layout_5.addLayout(self.layout_4)

        self.layout_5.setStretch(0, 1)
        self.stack.addWidget(self.answer_page)
        self.leave_page = QWidget()
        self.leave_page.setObjectName(u"leave_page")
        self.layout_7 = QVBoxLayout(self.leave_page)
        self.layout_7.setSpacing(20)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(40, 40, 40, 40)
        self.spacer_9 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.spacer_9)

        self.leave_label = QLabel(self.leave_page)
        self.leave_label.setObjectName(u"leave_label")
        self.leave_label.setProperty(u"look", u"display")
        self.leave_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.leave_label.setWordWrap(True)
        self.leave_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.leave_label)

        self.secret_label = QLabel(self.leave_page)
        self.secret_label.setObjectName(u"secret_label")
        self.secret_label.setProperty(u"look", u"heading-plain")
        self.secret_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.secret_label.setWordWrap(True)

        self.layout_7.addWidget(self.secret_label)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(14)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_6.addItem(self.spacer_10)

        self.secret_edit = QLineEdit(self.leave_page)
        self.secret_edit.setObjectName(u"secret_edit")
        self.secret_edit.setProperty(u"look", u"search")
        self.secret_edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.secret_edit.setMinimumSize(QSize(320, 0))
        self.secret_edit.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_6.addWidget(self.secret_edit)

        self.leave_button = QPushButton(self.leave_page)
        self.leave_button.setObjectName(u"leave_button")
        self.leave_button.setProperty(u"look", u"start")

        self.layout_6.addWidget(self.leave_button)

        self.stay_button = QPushButton(self.leave_page)
        self.stay_button.setObjectName(u"stay_button")

        self.layout_6.addWidget(self.stay_button)

        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_6.addItem(self.spacer_11)

        self.layout_6.setStretch(0, 1)
        self.layout_6.setStretch(1, 3)
        self.layout_6.setStretch(4, 1)

        self.layout_7.addLayout(self.layout_6)

        self.wrong_label = QLabel(self.leave_page)
        self.wrong_label.setObjectName(u"wrong_label")
        self.wrong_label.setProperty(u"look", u"heading")
        self.wrong_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.wrong_label.setWordWrap(True)
        self.wrong_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.wrong_label)

        self.spacer_12 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.spacer_12)

        self.stack.addWidget(self.leave_page)

        self.layout_8.addWidget(self.stack)

#if QT_CONFIG(shortcut)
        self.text_label.setBuddy(self.text_edit)
        self.secret_label.setBuddy(self.secret_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SelfCheckInWindow)

        QMetaObject.connectSlotsByName(SelfCheckInWindow)
    # setupUi

    def retranslateUi(self, SelfCheckInWindow):
        SelfCheckInWindow.setWindowTitle(QCoreApplication.translate("SelfCheckInWindow", u"Self check-in", None))
        self.welcome_label.setText(QCoreApplication.translate("SelfCheckInWindow", u"Welcome", None))
        self.event_label.setText("")
        self.text_label.setText(QCoreApplication.translate("SelfCheckInWindow", u"&Scan your ticket, or type your whole name or the code of your ticket.", None))
        self.text_edit.setPlaceholderText(QCoreApplication.translate("SelfCheckInWindow", u"Ticket, code or name", None))
        self.check_in_button.setText(QCoreApplication.translate("SelfCheckInWindow", u"&Check in", None))
        self.answer_icon.setText("")
        self.word_label.setText("")
        self.name_label.setText("")
        self.detail_label.setText("")
        self.next_button.setText(QCoreApplication.translate("SelfCheckInWindow", u"&Next person", None))
        self.leave_label.setText(QCoreApplication.translate("SelfCheckInWindow", u"Leave self check-in", None))
        self.secret_label.setText(QCoreApplication.translate("SelfCheckInWindow", u"The &PIN of this window, or the passphrase of the data", None))
        self.secret_edit.setPlaceholderText("")
        self.leave_button.setText(QCoreApplication.translate("SelfCheckInWindow", u"&Leave", None))
        self.stay_button.setText(QCoreApplication.translate("SelfCheckInWindow", u"&Stay", None))
        self.wrong_label.setText("")
    # retranslateUi

