"""What an officer can DO: each public function that changes anything is one transaction."""
