import './tokens.css';
import './look.css';
import './report.css';
