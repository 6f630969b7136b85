// A process of its own, so that what it does for the measurement is not counted as the server's: plans in, results out.
import { answerRequests } from '../processes/answer-requests.ts'
import { httpLoad, type LoadPlan } from './http-load.ts'

answerRequests((plan) => httpLoad(plan as LoadPlan))
