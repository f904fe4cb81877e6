import './tokens.css';
import './look.css';
