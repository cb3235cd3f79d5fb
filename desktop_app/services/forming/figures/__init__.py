"""What stands on forms and is kept in no field: counted, summed, derived; and the records behind each figure."""
