urlpatterns = []
app_name = 'agencies'
