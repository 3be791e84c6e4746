# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sessions_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFrame, QHBoxLayout, QLabel, QLineEdit,
    QListView, QPushButton, QSizePolicy, QSpacerItem,
    QSpinBox, QVBoxLayout, QWidget)

class Ui_SessionsDialog(object):
    def setupUi(self, SessionsDialog):
        if not SessionsDialog.objectName():
            SessionsDialog.setObjectName(u"SessionsDialog")
        SessionsDialog.resize(640, 580)
        self.layout_10 = QVBoxLayout(SessionsDialog)
        self.layout_10.setSpacing(12)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(26, 24, 26, 22)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(3)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(SessionsDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(SessionsDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_1.addWidget(self.hint_label)


        self.layout_10.addLayout(self.layout_1)

        self.sessions_card = QFrame(SessionsDialog)
        self.sessions_card.setObjectName(u"sessions_card")
        self.sessions_card.setProperty(u"look", u"card")
        self.layout_2 = QVBoxLayout(self.sessions_card)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(4, 4, 4, 4)
        self.sessions_list = QListView(self.sessions_card)
        self.sessions_list.setObjectName(u"sessions_list")

        self.layout_2.addWidget(self.sessions_list)


        self.layout_10.addWidget(self.sessions_card)

        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(5)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.title_field_label = QLabel(SessionsDialog)
        self.title_field_label.setObjectName(u"title_field_label")
        self.title_field_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.title_field_label)

        self.title_edit = QLineEdit(SessionsDialog)
        self.title_edit.setObjectName(u"title_edit")
        self.title_edit.setMaxLength(200)

        self.layout_3.addWidget(self.title_edit)


        self.layout_10.addLayout(self.layout_3)

        self.layout_8 = QHBoxLayout()
        self.layout_8.setSpacing(12)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.layout_12 = QVBoxLayout()
        self.layout_12.setSpacing(5)
        self.layout_12.setObjectName(u"layout_12")
        self.layout_12.setContentsMargins(0, 0, 0, 0)
        self.day_label = QLabel(SessionsDialog)
        self.day_label.setObjectName(u"day_label")
        self.day_label.setProperty(u"look", u"field")

        self.layout_12.addWidget(self.day_label)

        self.day_combo = QComboBox(SessionsDialog)
        self.day_combo.setObjectName(u"day_combo")

        self.layout_12.addWidget(self.day_combo)


        self.layout_8.addLayout(self.layout_12)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(5)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.starts_label = QLabel(SessionsDialog)
        self.starts_label.setObjectName(u"starts_label")
        self.starts_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.starts_label)

        self.starts_edit = QLineEdit(SessionsDialog)
        self.starts_edit.setObjectName(u"starts_edit")
        self.starts_edit.setMaxLength(20)

        self.layout_4.addWidget(self.starts_edit)


        self.layout_8.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(5)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.ends_label = QLabel(SessionsDialog)
        self.ends_label.setObjectName(u"ends_label")
        self.ends_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.ends_label)

        self.ends_edit = QLineEdit(SessionsDialog)
        self.ends_edit.setObjectName(u"ends_edit")
        self.ends_edit.setMaxLength(20)

        self.layout_5.addWidget(self.ends_edit)


        self.layout_8.addLayout(self.layout_5)

        self.layout_6 = QVBoxLayout()
        self.layout_6.setSpacing(5)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.room_label = QLabel(SessionsDialog)
        self.room_label.setObjectName(u"room_label")
        self.room_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.room_label)

        self.room_edit = QLineEdit(SessionsDialog)
        self.room_edit.setObjectName(u"room_edit")
        self.room_edit.setMaxLength(100)

        self.layout_6.addWidget(self.room_edit)


        self.layout_8.addLayout(self.layout_6)

        self.layout_16 = QVBoxLayout()
        self.layout_16.setSpacing(5)
        self.layout_16.setObjectName(u"layout_16")
        self.layout_16.setContentsMargins(0, 0, 0, 0)
        self.room_places_label = QLabel(SessionsDialog)
        self.room_places_label.setObjectName(u"room_places_label")
        self.room_places_label.setProperty(u"look", u"field")

        self.layout_16.addWidget(self.room_places_label)

        self.room_places_spin = QSpinBox(SessionsDialog)
        self.room_places_spin.setObjectName(u"room_places_spin")
        self.room_places_spin.setMinimum(0)
        self.room_places_spin.setMaximum(10000)

        self.layout_16.addWidget(self.room_places_spin)


        self.layout_8.addLayout(self.layout_16)

        self.layout_7 = QVBoxLayout()
        self.layout_7.setSpacing(5)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.places_label = QLabel(SessionsDialog)
        self.places_label.setObjectName(u"places_label")
        self.places_label.setProperty(u"look", u"field")

        self.layout_7.addWidget(self.places_label)

        self.places_spin = QSpinBox(SessionsDialog)
        self.places_spin.setObjectName(u"places_spin")
        self.places_spin.setMinimum(0)
        self.places_spin.setMaximum(10000)

        self.layout_7.addWidget(self.places_spin)


        self.layout_8.addLayout(self.layout_7)

        self.layout_8.setStretch(1, 2)
        self.layout_8.setStretch(2, 2)
        self.layout_8.setStretch(3, 3)
        self.layout_8.setStretch(4, 2)
        self.layout_8.setStretch(5, 2)

        self.layout_10.addLayout(self.layout_8)

        self.counts_box = QCheckBox(SessionsDialog)
        self.counts_box.setObjectName(u"counts_box")
        self.counts_box.setChecked(True)

        self.layout_10.addWidget(self.counts_box)

        self.error_label = QLabel(SessionsDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_10.addWidget(self.error_label)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(10)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.remove_button = QPushButton(SessionsDialog)
        self.remove_button.setObjectName(u"remove_button")
        self.remove_button.setAutoDefault(False)

        self.layout_9.addWidget(self.remove_button)

        self.another_button = QPushButton(SessionsDialog)
        self.another_button.setObjectName(u"another_button")
        self.another_button.setAutoDefault(False)

        self.layout_9.addWidget(self.another_button)

        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_11)

        self.close_button = QPushButton(SessionsDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.layout_9.addWidget(self.close_button)

        self.add_button = QPushButton(SessionsDialog)
        self.add_button.setObjectName(u"add_button")
        self.add_button.setProperty(u"look", u"primary")
        self.add_button.setProperty(u"icon_name", u"plus")

        self.layout_9.addWidget(self.add_button)


        self.layout_10.addLayout(self.layout_9)

        self.layout_10.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.title_field_label.setBuddy(self.title_edit)
        self.day_label.setBuddy(self.day_combo)
        self.starts_label.setBuddy(self.starts_edit)
        self.ends_label.setBuddy(self.ends_edit)
        self.room_label.setBuddy(self.room_edit)
        self.room_places_label.setBuddy(self.room_places_spin)
        self.places_label.setBuddy(self.places_spin)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SessionsDialog)

        self.add_button.setDefault(True)


        QMetaObject.connectSlotsByName(SessionsDialog)
    # setupUi

    def retranslateUi(self, SessionsDialog):
        SessionsDialog.setWindowTitle(QCoreApplication.translate("SessionsDialog", u"Sessions", None))
        self.heading_label.setText(QCoreApplication.translate("SessionsDialog", u"Sessions", None))
        self.hint_label.setText(QCoreApplication.translate("SessionsDialog", u"Parts of the day that people can be checked in to. Choose one to change it. Breaks do not count towards certified hours.", None))
#if QT_CONFIG(accessibility)
        self.sessions_list.setAccessibleName(QCoreApplication.translate("SessionsDialog", u"Sessions of this event", None))
#endif // QT_CONFIG(accessibility)
        self.title_field_label.setText(QCoreApplication.translate("SessionsDialog", u"&Name of the session", None))
        self.title_edit.setPlaceholderText(QCoreApplication.translate("SessionsDialog", u"Workshops", None))
        self.day_label.setText(QCoreApplication.translate("SessionsDialog", u"&Day", None))
        self.starts_label.setText(QCoreApplication.translate("SessionsDialog", u"&Starts", None))
        self.ends_label.setText(QCoreApplication.translate("SessionsDialog", u"&Ends", None))
        self.room_label.setText(QCoreApplication.translate("SessionsDialog", u"&Room", None))
        self.room_places_label.setText(QCoreApplication.translate("SessionsDialog", u"Room &holds", None))
        self.room_places_spin.setSpecialValueText(QCoreApplication.translate("SessionsDialog", u"No limit", None))
        self.places_label.setText(QCoreApplication.translate("SessionsDialog", u"&Places", None))
        self.places_spin.setSpecialValueText(QCoreApplication.translate("SessionsDialog", u"No limit", None))
        self.counts_box.setText(QCoreApplication.translate("SessionsDialog", u"&Counts towards certified hours", None))
        self.error_label.setText("")
        self.remove_button.setText(QCoreApplication.translate("SessionsDialog", u"Re&move session", None))
        self.another_button.setText(QCoreApplication.translate("SessionsDialog", u"Add an&other", None))
        self.close_button.setText(QCoreApplication.translate("SessionsDialog", u"Close", None))
        self.add_button.setText(QCoreApplication.translate("SessionsDialog", u"Add session", None))
    # retranslateUi

