# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'phones_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PhonesDialog(object):
    def setupUi(self, PhonesDialog):
        if not PhonesDialog.objectName():
            PhonesDialog.setObjectName(u"PhonesDialog")
        PhonesDialog.resize(860, 600)
        self.layout_1 = QVBoxLayout(PhonesDialog)
        self.layout_1.setSpacing(14)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(26, 22, 26, 22)
        self.heading_label = QLabel(PhonesDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.heading_label)

        self.help_label = QLabel(PhonesDialog)
        self.help_label.setObjectName(u"help_label")
        self.help_label.setProperty(u"look", u"muted")
        self.help_label.setWordWrap(True)

        self.layout_1.addWidget(self.help_label)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.address_label = QLabel(PhonesDialog)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.address_label)

        self.address_box = QComboBox(PhonesDialog)
        self.address_box.setObjectName(u"address_box")

        self.layout_2.addWidget(self.address_box)

        self.start_button = QPushButton(PhonesDialog)
        self.start_button.setObjectName(u"start_button")
        self.start_button.setProperty(u"look", u"primary")

        self.layout_2.addWidget(self.start_button)

        self.stop_button = QPushButton(PhonesDialog)
        self.stop_button.setObjectName(u"stop_button")

        self.layout_2.addWidget(self.stop_button)

        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_1)


        self.layout_1.addLayout(self.layout_2)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.name_label = QLabel(PhonesDialog)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.name_label)

        self.name_edit = QLineEdit(PhonesDialog)
        self.name_edit.setObjectName(u"name_edit")

        self.layout_3.addWidget(self.name_edit)

        self.password_label = QLabel(PhonesDialog)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.password_label)

        self.password_edit = QLineEdit(PhonesDialog)
        self.password_edit.setObjectName(u"password_edit")

        self.layout_3.addWidget(self.password_edit)


        self.layout_1.addLayout(self.layout_3)

        self.state_card = QFrame(PhonesDialog)
        self.state_card.setObjectName(u"state_card")
        self.state_card.setProperty(u"look", u"card")
        self.layout_4 = QHBoxLayout(self.state_card)
        self.layout_4.setSpacing(24)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(20, 16, 20, 16)
        self.join_code = QLabel(self.state_card)
        self.join_code.setObjectName(u"join_code")
        self.join_code.setMinimumSize(QSize(240, 240))

        self.layout_4.addWidget(self.join_code)

        self.open_code = QLabel(self.state_card)
        self.open_code.setObjectName(u"open_code")
        self.open_code.setMinimumSize(QSize(240, 240))

        self.layout_4.addWidget(self.open_code)

        self.words_label = QLabel(self.state_card)
        self.words_label.setObjectName(u"words_label")
        self.words_label.setWordWrap(True)
        self.words_label.setTextFormat(Qt.TextFormat.PlainText)
        self.words_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.layout_4.addWidget(self.words_label)


        self.layout_1.addWidget(self.state_card)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setObjectName(u"layout_5")
        self.spacer_2 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_5.addItem(self.spacer_2)

        self.close_button = QPushButton(PhonesDialog)
        self.close_button.setObjectName(u"close_button")

        self.layout_5.addWidget(self.close_button)


        self.layout_1.addLayout(self.layout_5)

        self.layout_1.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.address_label.setBuddy(self.address_box)
        self.name_label.setBuddy(self.name_edit)
        self.password_label.setBuddy(self.password_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PhonesDialog)

        QMetaObject.connectSlotsByName(PhonesDialog)
    # setupUi

    def retranslateUi(self, PhonesDialog):
        PhonesDialog.setWindowTitle(QCoreApplication.translate("PhonesDialog", u"Answers by phone", None))
        self.heading_label.setText(QCoreApplication.translate("PhonesDialog", u"Answers by phone", None))
        self.help_label.setText(QCoreApplication.translate("PhonesDialog", u"Phones that are on the same Wi-Fi as this laptop open the questions in their browser. No internet is used, and nothing is installed. Nobody can see who gave an answer, but whoever runs the Wi-Fi could read answers on their way: use a network that you trust.", None))
        self.address_label.setText(QCoreApplication.translate("PhonesDialog", u"&Network of this laptop", None))
        self.start_button.setText(QCoreApplication.translate("PhonesDialog", u"&Let phones answer", None))
        self.stop_button.setText(QCoreApplication.translate("PhonesDialog", u"S&top", None))
        self.name_label.setText(QCoreApplication.translate("PhonesDialog", u"Name of the &Wi-Fi", None))
        self.password_label.setText(QCoreApplication.translate("PhonesDialog", u"Its &password", None))
        self.words_label.setText("")
        self.close_button.setText(QCoreApplication.translate("PhonesDialog", u"&Close", None))
    # retranslateUi

